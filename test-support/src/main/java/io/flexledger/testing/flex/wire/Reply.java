package io.flexledger.testing.flex.wire;

/** What becomes of a request. */
public sealed interface Reply permits WireAnswer, Reply.Reset, Reply.Silence {

    /** The connection is torn down (RST) without a byte. */
    record Reset() implements Reply {}

    /** No byte comes; the connection stays open until the client or the server closes it. */
    record Silence() implements Reply {}

    /** Decides over requests, each on a thread of its own. */
    @FunctionalInterface
    interface Source {
        Reply to(WireRequest request) throws InterruptedException;
    }
}
