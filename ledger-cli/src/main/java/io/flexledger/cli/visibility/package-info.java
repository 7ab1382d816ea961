/**
 * When what was handed in can be seen in a report.
 *
 * <p>No timer and no guess: {@link io.flexledger.cli.visibility.Visibility} walks the pipeline in the order of the data
 * and holds each service to the ends of the topics it reads. Start there; what it asks is
 * {@link io.flexledger.cli.visibility.Pipeline}.
 */
@NullMarked
package io.flexledger.cli.visibility;

import org.jspecify.annotations.NullMarked;
