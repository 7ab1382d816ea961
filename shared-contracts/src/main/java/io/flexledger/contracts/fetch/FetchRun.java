package io.flexledger.contracts.fetch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last run of a query ended. Topic {@code fetch-run}, key account and query, since what counts of each query is its
 * newest run.
 *
 * @param version counts the ends of this query's runs upwards; not from 1
 * @param query   its name in the settings
 * @param run     number of the run
 * @param failure null if it succeeded
 */
public record FetchRun(
        AccountId account,
        String query,
        long version,
        long run,
        Instant startedAt,
        Instant endedAt,
        @Nullable Failure failure) {

    /** The record key. */
    @JsonIgnore
    public String key() {
        return account + "/" + query;
    }

    /** Wire name and version of the shape. */
    public static final String TYPE = "fetch-run.v1";

    /**
     * Why it failed.
     *
     * @param code     stable, such as {@code FLEX_TOKEN}
     * @param text     what was seen, for a person
     * @param nextStep what to do about it
     * @param passing  whether another run may succeed though nobody changes anything
     */
    public record Failure(String code, String text, String nextStep, boolean passing) {}
}
