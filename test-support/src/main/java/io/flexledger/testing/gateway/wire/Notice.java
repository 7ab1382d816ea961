package io.flexledger.testing.gateway.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An error or a notice, message 4.
 *
 * @param requestId -1 when it is about the system
 * @param json      of a rejected order, mostly empty
 */
public record Notice(
        int requestId,
        int code,
        String text,
        String json,
        @Nullable Instant time) {

    public static final int SYSTEM = -1;

    public static Notice system(int code, String text, Instant time) {
        return new Notice(SYSTEM, code, text, "", time);
    }

    public static Notice about(int requestId, int code, String text, Instant time) {
        return new Notice(requestId, code, text, "", time);
    }
}
