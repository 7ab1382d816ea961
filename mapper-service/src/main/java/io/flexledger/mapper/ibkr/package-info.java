/**
 * Interactive Brokers' Flex statements: bytes in, facts out. Start at
 * {@link io.flexledger.mapper.ibkr.StatementMapper#map}. Pure: no clock, no I/O but the bytes it is given, and no input
 * makes it throw.
 */
@NullMarked
package io.flexledger.mapper.ibkr;

import org.jspecify.annotations.NullMarked;
