package io.flexledger.realtime.session.question;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question for the gateway's time, which shows that it lives.
 *
 * @param nextAt     when it is asked next
 * @param askedAt    when it was asked; null when no answer is owed
 * @param missed     how many answers in a row did not come in time
 * @param answeredAt when the last answer came; null before the first
 */
public record Heartbeat(
        Instant nextAt,
        @Nullable Instant askedAt,
        int missed,
        @Nullable Instant answeredAt) {

    private static final int PATIENCE = 2;

    public static Heartbeat from(Instant at) {
        return new Heartbeat(at, null, 0, null);
    }

    /** A clock that was set back does not silence it. */
    public boolean isDue(Instant at, Duration every) {
        return askedAt == null && (!at.isBefore(nextAt) || nextAt.isAfter(at.plus(every)));
    }

    public Heartbeat asked(Instant at, Duration every) {
        return new Heartbeat(at.plus(every), at, missed, answeredAt);
    }

    public Heartbeat answered(Instant at) {
        return new Heartbeat(nextAt, null, 0, at);
    }

    public Heartbeat passed(Instant at, Duration limit) {
        boolean late = askedAt != null && !at.isBefore(askedAt.plus(limit));
        return late ? new Heartbeat(nextAt, null, missed + 1, answeredAt) : this;
    }

    public boolean isDead() {
        return missed >= PATIENCE;
    }

    public Instant due(Duration limit) {
        return askedAt == null ? nextAt : askedAt.plus(limit);
    }
}
