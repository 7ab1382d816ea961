package io.flexledger.ingestor.fetch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of days that is fetched in pieces.
 *
 * @param status  started, success or failed
 * @param message why it failed
 * @param runs    so far, in order
 */
public record Backfill(
        long id,
        String queryId,
        LocalDate from,
        LocalDate to,
        String status,
        @Nullable String message,
        List<Piece> runs) {

    /** One request. */
    public record Piece(long run, LocalDate from, LocalDate to, String status) {

        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        public boolean isDone() {
            return status.equals("success");
        }
    }

    public Backfill {
        runs = List.copyOf(runs);
    }

    /** Whether a request for the day has been answered, with or without it. */
    public boolean hasAsked(LocalDate day) {
        return runs.stream().anyMatch(run -> run.isDone() && run.covers(day));
    }
}
