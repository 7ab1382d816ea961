package io.flexledger.realtime.session;

import io.flexledger.realtime.message.Request;

/** Something the owner of the socket has to do; several are done in order. */
public sealed interface SessionAction {

    /** Connect and send the hello; answered by {@code Dialled} or {@code NotDialled}. */
    record Dial() implements SessionAction {}

    record Ask(Request request) implements SessionAction {}

    /** Send half as fast for the rest of this connection. */
    record SlowDown() implements SessionAction {}

    /** Close the connection, and go on only when it is closed. */
    record HangUp() implements SessionAction {}
}
