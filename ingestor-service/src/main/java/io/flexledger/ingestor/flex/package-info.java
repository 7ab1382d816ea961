/**
 * How the broker's Flex service writes: its answers and error codes, and its many shapes of dates. Pure; the client
 * that asks the service is an adapter.
 */
@NullMarked
package io.flexledger.ingestor.flex;

import org.jspecify.annotations.NullMarked;
