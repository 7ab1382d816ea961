package io.flexledger.ingestor.fetch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of all backfills. */
public interface BackfillLog {

    long start(FlexQuery query, LocalDate from, LocalDate to, Instant now);

    Optional<Backfill> find(long id);

    /** Those that have not ended, oldest first. */
    List<Backfill> open();

    /** @param failure absent on success */
    void end(long id, @Nullable String failure, Instant now);
}
