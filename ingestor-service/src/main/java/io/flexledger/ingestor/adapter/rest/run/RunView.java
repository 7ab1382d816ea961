package io.flexledger.ingestor.adapter.rest.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run as the API shows it.
 *
 * @param runType             manual for an upload, a fetch that somebody asked for or a piece of a backfill; scheduled
 *                            for the watched folder and the fetch of a job; reprocess where bytes that were kept are
 *                            read again
 * @param origin              UPLOAD, FOLDER, FLEX for a fetch, REPAIR after an interruption, REPROCESS where asked for
 * @param status              started, success or failed
 * @param query               name of the Flex query; like what follows on it, only for a fetch
 * @param fromDate            first day asked for; absent for the period saved with the query
 * @param fileSha256          the file in the archive; absent when nothing was kept
 * @param deduplicated        whether the report said nothing that was not known
 * @param canonicalSkipReason why nothing was mapped, such as {@code no_new_raw_rows_for_run}
 * @param missingSections     those the query's role requires and the report lacks
 * @param errorCode           a problem code; also set on success when a part of the file was refused
 * @param diagnostics         the stages of a fetch, in order, with their retries
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RunView(
        long runId,
        String runType,
        String origin,
        String status,
        @Nullable String query,
        @Nullable String queryId,
        @Nullable String role,
        @Nullable String accountId,
        @Nullable LocalDate fromDate,
        @Nullable LocalDate toDate,
        @Nullable Long backfillId,
        @Nullable String fileName,
        @JsonProperty("file_sha256") @Nullable String fileSha256,
        @JsonProperty("started_at_utc") Instant startedAt,
        @JsonProperty("ended_at_utc") @Nullable Instant endedAt,
        @Nullable Long durationMs,
        int newCount,
        int duplicateCount,
        int rejectedCount,
        boolean deduplicated,
        @Nullable Integer canonicalInputRowCount,
        @Nullable Long canonicalDurationMs,
        @Nullable String canonicalSkipReason,
        List<String> missingSections,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable String nextStep,
        @JsonRawValue String diagnostics,
        @Nullable String note,
        int version) {

    static RunView of(IngestionRun run) {
        return new RunView(
                run.id,
                run.runType.name(),
                run.origin.name(),
                run.status.name(),
                run.query,
                run.queryId,
                run.role,
                run.accountId,
                run.fromDate,
                run.toDate,
                run.backfillId,
                run.fileName,
                run.fileId,
                run.startedAt,
                run.endedAt,
                run.endedAt == null
                        ? null
                        : Duration.between(run.startedAt, run.endedAt).toMillis(),
                run.newCount,
                run.duplicateCount,
                run.rejectedCount,
                run.deduplicated,
                run.canonicalInputRowCount,
                run.canonicalDurationMs,
                run.canonicalSkipReason,
                List.of(run.missingSections),
                run.errorCode,
                run.errorMessage,
                run.nextStep,
                run.diagnostics == null ? "[]" : run.diagnostics,
                run.note,
                run.version);
    }

    /** A page of runs, with what was asked for and what was applied. */
    public record Page(List<RunView> items, Range page, Sorting sort, Map<String, String> filters) {

        static Page of(List<RunView> items, long total, RunQuery query) {
            int offset = query.firstRow();
            return new Page(
                    items,
                    new Range(
                            query.requestedLimit(),
                            offset,
                            items.size(),
                            total,
                            offset + items.size() < total,
                            query.appliedLimit()),
                    new Sorting(query.sortField(), query.sortDirection()),
                    query.filters());
        }
    }

    /**
     * Which rows of all.
     *
     * @param limit        as asked for
     * @param appliedLimit as served, at most 200
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Range(int limit, int offset, int returned, long total, boolean hasMore, int appliedLimit) {}

    /** The order of the items. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Sorting(String sortBy, String sortDir) {}
}
