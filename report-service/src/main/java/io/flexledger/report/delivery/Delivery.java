package io.flexledger.report.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the telling of one alert by one channel stands.
 *
 * @param channel  name of the channel
 * @param attempts begun so far, the one that is on its way included
 * @param nextAt   when it is tried next; null once it is over
 * @param error    why the last attempt failed; null where none did
 * @param sentAt   null unless sent
 */
public record Delivery(
        UUID alert,
        String channel,
        State state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String error,
        @Nullable Instant sentAt) {

    /** What became of it so far. */
    public enum State {
        PENDING,
        SENT,
        GIVEN_UP
    }
}
