/**
 * What the broker stated. Start at {@link io.flexledger.contracts.event.CanonicalEvent}; its four families say what
 * moved positions, what moved cash, what the broker claims, and what the rest is read by. Past facts only: never a
 * command, never a change of our own state.
 */
@NullMarked
package io.flexledger.contracts.event;

import org.jspecify.annotations.NullMarked;
