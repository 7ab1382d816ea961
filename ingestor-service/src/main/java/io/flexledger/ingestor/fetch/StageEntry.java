package io.flexledger.ingestor.fetch;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a run's timeline.
 *
 * @param facts what else there is to know, by the name it has in the diagnostics; numbers, texts, lists of them
 */
public record StageEntry(
        Stage stage,
        Status status,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Object> facts) {

    /** How it stands. */
    public enum Status {
        STARTED,
        /** Failed, and tried again. */
        RETRYING,
        SUCCESS,
        FAILED,
        /** Not needed, or not possible here; the facts say why. */
        SKIPPED
    }

    public StageEntry {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    StageEntry end(Status how, Instant when, Map<String, Object> more) {
        var all = new LinkedHashMap<>(facts);
        all.putAll(more);
        return new StageEntry(stage, how, startedAt, when, all);
    }
}
