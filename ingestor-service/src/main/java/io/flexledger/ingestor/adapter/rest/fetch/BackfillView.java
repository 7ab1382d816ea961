package io.flexledger.ingestor.adapter.rest.fetch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.flexledger.ingestor.fetch.Backfill;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.period.BackfillPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A backfill as the API shows it.
 *
 * @param backfillId   absent for a dry run
 * @param status       planned, started, success or failed
 * @param message      why it failed
 * @param tradingDays  days of the range that have a report
 * @param completeDays those of them that need no request any more
 * @param skipped      the other days, with the reason
 * @param chunks       requests made, and those still planned
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BackfillView(
        @Nullable Long backfillId,
        String query,
        LocalDate fromDate,
        LocalDate toDate,
        String status,
        @Nullable String message,
        List<LocalDate> tradingDays,
        List<LocalDate> completeDays,
        List<BackfillPlan.Skipped> skipped,
        List<Chunk> chunks) {

    /**
     * One request.
     *
     * @param status planned, started, success or failed
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Chunk(
            LocalDate fromDate,
            LocalDate toDate,
            String status,
            @Nullable Long runId) {}

    static BackfillView planned(FlexQuery query, BackfillPlan plan) {
        return new BackfillView(
                null,
                query.name(),
                plan.from(),
                plan.to(),
                "planned",
                null,
                plan.tradingDays(),
                plan.completeDays(),
                plan.skipped(),
                planned(plan).toList());
    }

    static BackfillView of(FlexQuery query, Backfill backfill, BackfillPlan rest) {
        var made = backfill.runs().stream().map(run -> new Chunk(run.from(), run.to(), run.status(), run.run()));
        boolean over = !backfill.status().equals("started");
        return new BackfillView(
                backfill.id(),
                query.name(),
                backfill.from(),
                backfill.to(),
                backfill.status(),
                backfill.message(),
                rest.tradingDays(),
                rest.completeDays(),
                rest.skipped(),
                Stream.concat(made, over ? Stream.empty() : planned(rest)).toList());
    }

    private static Stream<Chunk> planned(BackfillPlan plan) {
        return plan.chunks().stream().map(chunk -> new Chunk(chunk.from(), chunk.to(), "planned", null));
    }
}
