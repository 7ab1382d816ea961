/**
 * Brings statements in: fetched from the broker or uploaded, kept byte for byte, announced on the raw-artifact topic.
 *
 * <p>What a statement says is not read here; that is the mapper's.
 */
@NullMarked
package io.flexledger.ingestor;

import org.jspecify.annotations.NullMarked;
