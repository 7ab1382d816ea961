package io.flexledger.ingestor.adapter.rest.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run as the API shows it.
 *
 * @param runType    manual for an upload, scheduled for the watched folder, reprocess after an interruption
 * @param status     started, success or failed
 * @param fileSha256 the file in the archive; absent when nothing was kept
 * @param errorCode  a problem code; also set on success when a part of the file was refused
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RunView(
        long runId,
        String runType,
        String origin,
        String status,
        @Nullable String fileName,
        @JsonProperty("file_sha256") @Nullable String fileSha256,
        @JsonProperty("started_at_utc") Instant startedAt,
        @JsonProperty("ended_at_utc") @Nullable Instant endedAt,
        @Nullable Long durationMs,
        int newCount,
        int duplicateCount,
        int rejectedCount,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable String note,
        int version) {

    static RunView of(IngestionRun run) {
        return new RunView(
                run.id,
                run.runType.name(),
                run.origin.name(),
                run.status.name(),
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
                run.errorCode,
                run.errorMessage,
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
