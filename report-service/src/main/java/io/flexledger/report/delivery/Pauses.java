package io.flexledger.report.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a delivery that failed is tried again: soon at first, then less often, and after a day no more. */
public final class Pauses {

    /** From the time it was to be told first; what comes later helps nobody. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    private static final List<Duration> GROWING = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    private static final Duration LONGEST = Duration.ofHours(1);

    private Pauses() {}

    /**
     * Empty when it is given up.
     *
     * @param attempt the one that failed, counted from 1
     */
    public static Optional<Instant> next(int attempt, Instant addedAt, Instant now) {
        var pause = attempt <= GROWING.size() ? GROWING.get(attempt - 1) : LONGEST;
        return Optional.of(now.plus(pause)).filter(next -> !next.isAfter(addedAt.plus(PATIENCE)));
    }
}
