package io.flexledger.realtime.wire;

/** The peer went away in the middle of a frame, as against between two, which is an ordinary end. */
public final class TruncatedFrameException extends FramingException {

    private static final long serialVersionUID = 1L;

    public TruncatedFrameException(String message) {
        super(message);
    }
}
