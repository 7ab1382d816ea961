package io.flexledger.realtime.wire;

/** No connection is possible with this gateway as it is; the message says to an operator why, and what to change. */
public final class HandshakeException extends Exception {

    private static final long serialVersionUID = 1L;

    public HandshakeException(String message) {
        super(message);
    }
}
