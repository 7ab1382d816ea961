/**
 * How a session with the broker's gateway is held: when to connect, what to ask, when to give up, and how it stands.
 *
 * <p>{@link io.flexledger.realtime.session.SessionRules} folds what happens into a {@link
 * io.flexledger.realtime.session.Session} and says what to do next; whoever owns the socket does it. Time and chance
 * are arguments, so a night of a gateway's life is a test of milliseconds. What was heard is handed on as bytes:
 * nothing here knows what a fill is.
 */
@NullMarked
package io.flexledger.realtime.session;

import org.jspecify.annotations.NullMarked;
