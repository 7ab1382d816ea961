package io.flexledger.realtime.wire;

import java.io.IOException;

/**
 * The bytes are not frames: either the peer speaks another protocol or we have lost our place. Only a new connection
 * helps.
 */
public class FramingException extends IOException {

    private static final long serialVersionUID = 1L;

    public FramingException(String message) {
        super(message);
    }
}
