/** Fetching from a simulated broker, with the real database and the real HTTP client. */
@NullMarked
package io.flexledger.ingestor.fetching;

import org.jspecify.annotations.NullMarked;
