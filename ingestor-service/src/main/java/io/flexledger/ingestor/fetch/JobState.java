package io.flexledger.ingestor.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a scheduled job is.
 *
 * @param ranFor    the time of its schedule it ran for last, or since when it has been known
 * @param startedAt when it really started
 * @param lastRun   id of the run
 * @param retryAt   when it runs again before its next time
 * @param attempts  how often it has run for the same time without bringing what it should
 */
public record JobState(
        Instant ranFor,
        @Nullable Instant startedAt,
        @Nullable Long lastRun,
        @Nullable Instant retryAt,
        int attempts) {}
