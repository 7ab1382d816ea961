/**
 * What becomes of a file that arrives: it is kept in the chain of all files, and each of its statements is new, known
 * or rejected. {@link io.flexledger.ingestor.intake.Archive} and {@link io.flexledger.ingestor.intake.ScanLog} are the
 * ports to the database, {@link io.flexledger.ingestor.intake.RunLog} to the record of attempts.
 */
@NullMarked
package io.flexledger.ingestor.intake;

import org.jspecify.annotations.NullMarked;
