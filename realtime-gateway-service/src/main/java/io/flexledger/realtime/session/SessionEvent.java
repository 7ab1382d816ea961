package io.flexledger.realtime.session;

import io.flexledger.realtime.message.Incoming;
import org.jspecify.annotations.Nullable;

/** Something that happened to a session, or that somebody wants of it. */
public sealed interface SessionEvent {

    /** Something that happened to the present connection. */
    sealed interface OfConnection extends SessionEvent {}

    /** The connection stands, and the hello has been sent. */
    record Dialled() implements OfConnection {}

    record NotDialled(String detail) implements OfConnection {}

    record Greeted(int serverVersion) implements OfConnection {}

    /** The first answer was none we can go on with. */
    record Misgreeted(Mishap mishap) implements OfConnection {}

    /** @param message null for one that cannot be read, which is a sign of life all the same */
    record Heard(@Nullable Incoming message) implements OfConnection {}

    /** The connection is gone, or no longer of use. */
    record Ended(String detail) implements OfConnection {}

    /** Nothing but time. */
    record Passed() implements SessionEvent {}

    /** Executions, positions and values are wanted now. */
    record Refresh() implements SessionEvent {}

    /** A new connection is wanted now. */
    record Reconnect() implements SessionEvent {}

    record Stop() implements SessionEvent {}
}
