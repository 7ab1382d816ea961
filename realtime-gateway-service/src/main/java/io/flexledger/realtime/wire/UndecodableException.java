package io.flexledger.realtime.wire;

import org.jspecify.annotations.Nullable;

/**
 * One message that does not have the layout it should. The frames stay in step, so the next one is readable; the
 * payload is for the caller to keep. The text quotes no value, since a value may be somebody's money.
 */
public final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String messageId;
    private final int position;
    private final String field;

    public UndecodableException(@Nullable String messageId, int position, String field, String problem) {
        super("message %s, field %d (%s): %s"
                .formatted(messageId == null ? "without a readable id" : messageId, position, field, problem));
        this.messageId = messageId;
        this.position = position;
        this.field = field;
    }

    /** As on the wire; null when not even that could be read. */
    public @Nullable String messageId() {
        return messageId;
    }

    /** Counted from 0, which is the message id. */
    public int position() {
        return position;
    }

    public String field() {
        return field;
    }
}
