/**
 * What the ingestor fetches from the broker: runs are started, followed and shown.
 *
 * <p>The ingestor does the work and goes on when nobody watches. {@link io.flexledger.cli.fetch.Ingestor} is its API,
 * {@link io.flexledger.cli.fetch.Fetching} starts runs and waits for their ends.
 */
@NullMarked
package io.flexledger.cli.fetch;

import org.jspecify.annotations.NullMarked;
