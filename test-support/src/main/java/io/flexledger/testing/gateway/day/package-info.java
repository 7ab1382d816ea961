/**
 * What a gateway would have told on a day that a statement tells: {@link
 * io.flexledger.testing.gateway.day.StatementDay} reads it out of a statement, {@link
 * io.flexledger.testing.gateway.day.Days} finds the statement.
 */
@NullMarked
package io.flexledger.testing.gateway.day;

import org.jspecify.annotations.NullMarked;
