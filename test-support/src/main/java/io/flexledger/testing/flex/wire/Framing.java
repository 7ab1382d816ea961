package io.flexledger.testing.flex.wire;

/** How a client learns where a body ends. */
public enum Framing {
    /** {@code Content-Length}. */
    LENGTH,
    /** {@code Transfer-Encoding: chunked}. */
    CHUNKED,
    /** The connection ends. */
    CLOSE
}
