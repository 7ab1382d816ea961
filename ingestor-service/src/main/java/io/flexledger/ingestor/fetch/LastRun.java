package io.flexledger.ingestor.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a query.
 *
 * @param status      started, success or failed
 * @param failure     code of the last one that has ended; absent where that was a success
 * @param succeededAt when one last succeeded
 */
public record LastRun(
        long id,
        String status,
        Instant startedAt,
        @Nullable String failure,
        @Nullable Instant succeededAt) {}
