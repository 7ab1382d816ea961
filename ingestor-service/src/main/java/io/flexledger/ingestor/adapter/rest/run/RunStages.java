package io.flexledger.ingestor.adapter.rest.run;

import io.flexledger.ingestor.fetch.StageEntry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The stages of a run, as a JSON array beside it. */
@ApplicationScoped
class RunStages {

    private static final String WRITE = "update ingestion_run set diagnostics = $2 where id = $1";

    private final Pool pool;

    RunStages(Pool pool) {
        this.pool = pool;
    }

    void write(long run, List<StageEntry> entries) {
        var array = new JsonArray();
        entries.forEach(entry -> array.add(json(entry)));
        pool.preparedQuery(WRITE).executeAndAwait(Tuple.of(run, array));
    }

    private static JsonObject json(StageEntry entry) {
        var json = new JsonObject()
                .put("stage", entry.stage().label())
                .put("status", entry.status().name().toLowerCase(Locale.ROOT))
                .put("started_at_utc", entry.startedAt().toString());
        var ended = entry.endedAt();
        if (ended != null) {
            json.put("ended_at_utc", ended.toString());
            json.put("duration_ms", Duration.between(entry.startedAt(), ended).toMillis());
        }
        entry.facts().forEach(json::put);
        return json;
    }
}
