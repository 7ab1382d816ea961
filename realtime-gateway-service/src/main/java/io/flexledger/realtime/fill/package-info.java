/**
 * From what the gateway says about executions to the fills of the accounts: heard twice is booked once, a correction
 * replaces, a commission joins whenever it comes.
 *
 * <p>{@link io.flexledger.realtime.fill.FillBook} is the fold. It is pure: same messages, same fills, in whatever order
 * they came. It publishes and stores nothing.
 */
@NullMarked
package io.flexledger.realtime.fill;

import org.jspecify.annotations.NullMarked;
