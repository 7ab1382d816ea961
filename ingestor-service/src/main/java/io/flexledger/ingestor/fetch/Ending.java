package io.flexledger.ingestor.fetch;

import io.flexledger.contracts.fetch.FetchRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param success  whether anything of the report was taken, be it new or known
 * @param error    on success, why a part of the report was refused
 * @param missing  required sections the report lacks
 * @param mapping  absent where nothing was mapped
 * @param skipped  why nothing was mapped, such as {@code no_new_raw_rows_for_run}
 */
public record Ending(
        boolean success,
        @Nullable Counts counts,
        @Nullable Reason error,
        List<String> missing,
        @Nullable Mapping mapping,
        @Nullable String skipped) {

    /** Nobody works on it any more. */
    public static final Ending INTERRUPTED = failed(new Reason(
            "INTERRUPTED",
            "The service stopped before the run ended.",
            "Nothing is lost: run the query again, or wait for its next turn.",
            true));

    /**
     * Why it failed.
     *
     * @param passing whether another run may succeed though nobody changes anything
     */
    public record Reason(String code, String message, String nextStep, boolean passing) {}

    /** What became of the statements of the report. */
    public record Counts(int added, int known, int rejected) {

        /** Whether the report said nothing that was not known. */
        public boolean isDuplicate() {
            return added == 0 && known > 0;
        }
    }

    /**
     * What the mapper did.
     *
     * @param rows of the new statements
     */
    public record Mapping(int rows, long millis) {}

    public Ending {
        if (!success && error == null) {
            throw new IllegalArgumentException("failed without a reason");
        }
        missing = List.copyOf(missing);
    }

    public static Ending failed(Reason reason) {
        return new Ending(false, null, reason, List.of(), null, null);
    }

    /** Why it failed, as others are told; null if it did not. */
    public FetchRun.@Nullable Failure failure() {
        return success || error == null
                ? null
                : new FetchRun.Failure(error.code(), error.message(), error.nextStep(), error.passing());
    }

    /** Whether another run may do better though nobody changes anything. */
    public boolean mayPass() {
        return !success && error != null && error.passing();
    }
}
