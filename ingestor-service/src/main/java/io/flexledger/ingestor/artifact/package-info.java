/**
 * From the bytes of a file to the statements in it: where each begins and ends, whose it is, what it covers, and the
 * hashes that identify it.
 *
 * <p>Start at {@link io.flexledger.ingestor.artifact.StatementScanner}, which finds statements, and
 * {@link io.flexledger.ingestor.artifact.StatementSealer}, which hashes and compresses them. What is not a statement
 * ends as a {@link io.flexledger.ingestor.refusal.Refusal}, never as an exception. Rows are not read here: that is
 * the mapper's work.
 */
@NullMarked
package io.flexledger.ingestor.artifact;

import org.jspecify.annotations.NullMarked;
