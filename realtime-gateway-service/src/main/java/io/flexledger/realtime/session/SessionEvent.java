package io.flexledger.realtime.session;

import io.flexledger.realtime.message.Incoming;
import org.jspecify.annotations.Nullable;

/** Something that happened to a session, or that somebody wants of it. */
public sealed interface SessionEvent {

    /** The connection stands, and the hello has been sent. */
    record Dialled() implements SessionEvent {}

    record NotDialled(String detail) implements SessionEvent {}

    record Greeted(int serverVersion) implements SessionEvent {}

    /** The first answer was none we can go on with. */
    record Misgreeted(Mishap mishap) implements SessionEvent {}

    /** @param message null for one that cannot be read, which is a sign of life all the same */
    record Heard(@Nullable Incoming message) implements SessionEvent {}

    /** The connection is gone, or no longer of use. */
    record Ended(String detail) implements SessionEvent {}

    /** Nothing but time. */
    record Passed() implements SessionEvent {}

    /** Executions, positions and values are wanted now. */
    record Refresh() implements SessionEvent {}

    /** A new connection is wanted now. */
    record Reconnect() implements SessionEvent {}

    record Stop() implements SessionEvent {}
}
