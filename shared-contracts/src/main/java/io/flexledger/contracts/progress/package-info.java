/**
 * When what was handed in can be seen in a report.
 *
 * <p>No timer and no guess: {@link io.flexledger.contracts.progress.Visibility} walks the pipeline in the order of the
 * data and holds each service to the ends of the topics it reads. Start there; what it asks is
 * {@link io.flexledger.contracts.progress.Pipeline}, which whoever waits brings along: nothing here does I/O.
 */
@NullMarked
package io.flexledger.contracts.progress;

import org.jspecify.annotations.NullMarked;
