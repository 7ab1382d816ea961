package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.fetch.StageEntry.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a run has done so far, in order. Each change is handed on at once, so that a crash leaves what was true. */
public final class Timeline {

    private final Supplier<Instant> clock;
    private final Log log;
    private final List<StageEntry> entries = new ArrayList<>();

    /** Told of each change. */
    public interface Log {

        /** @param changed the one that was added or has ended; not always the last */
        void write(StageEntry changed, List<StageEntry> entries);
    }

    public Timeline(Supplier<Instant> clock, Log log) {
        this.clock = clock;
        this.log = log;
    }

    /** Does nothing for a stage that has started before; a call that is repeated is a retry. */
    public void start(Stage stage) {
        if (entries.stream().noneMatch(entry -> entry.stage() == stage && entry.status() != Status.RETRYING)) {
            add(new StageEntry(stage, Status.STARTED, clock.get(), null, Map.of()));
        }
    }

    public void retry(Stage stage, Setback setback, Duration pause) {
        var now = clock.get();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("poll_attempt", setback.attempt());
        facts.put("error_code", setback.code());
        facts.put("error_message", setback.message());
        facts.put("retry_after_seconds", pause.toMillis() / 1000.0);
        facts.put("next_retry_at_utc", now.plus(pause).toString());
        add(new StageEntry(stage, Status.RETRYING, now, now, facts));
    }

    public void succeed(Stage stage, Map<String, Object> facts) {
        end(stage, Status.SUCCESS, facts);
    }

    public void skip(Stage stage, String reason) {
        start(stage);
        end(stage, Status.SKIPPED, Map.of("reason", reason));
    }

    public void fail(Stage stage, Map<String, Object> facts) {
        start(stage);
        end(stage, Status.FAILED, facts);
    }

    /** The stage that has started last and not ended. */
    public Stage current() {
        return entries.stream()
                .filter(entry -> entry.status() == Status.STARTED)
                .reduce((_, later) -> later)
                .map(StageEntry::stage)
                .orElse(Stage.REQUEST);
    }

    public List<StageEntry> entries() {
        return List.copyOf(entries);
    }

    /** Tries that failed and were followed by another. */
    public long retries(Stage stage) {
        return entries.stream()
                .filter(entry -> entry.stage() == stage && entry.status() == Status.RETRYING)
                .count();
    }

    private void end(Stage stage, Status status, Map<String, Object> facts) {
        int index = open(stage);
        if (index < 0) {
            return; // a repeated call that went well once more
        }
        var all = new LinkedHashMap<>(facts);
        all.put("retry_count", retries(stage));
        var ended = entries.get(index).end(status, clock.get(), all);
        entries.set(index, ended);
        log.write(ended, entries());
    }

    private void add(StageEntry entry) {
        entries.add(entry);
        log.write(entry, entries());
    }

    private int open(Stage stage) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).stage() == stage && entries.get(i).status() == Status.STARTED) {
                return i;
            }
        }
        return -1;
    }
}
