package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.client.ServiceClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The part of the ingestor's API that fetches; answers are shown as they come, so that a new field is never lost. */
public final class Ingestor {

    private final ServiceClient http;

    public Ingestor(ServiceClient http) {
        this.http = http;
    }

    /** For messages. */
    public String service() {
        return http.service();
    }

    Answer start(RunRequest request) {
        return switch (request) {
            case RunRequest.Fetch fetch -> http.post("/ingestion/run", fetch.body());
            case RunRequest.Reprocess again -> http.post("/ingestion/reprocess", again.parameters());
        };
    }

    public JsonNode run(long id) {
        return http.getJson("/ingestion/runs/" + id, Map.of());
    }

    public JsonNode runs(Map<String, String> filters) {
        return http.getJson("/ingestion/runs", filters);
    }

    /** What can be fetched; empty where nothing is set up. */
    public List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode query : http.getJson("/ingestion/queries", Map.of()).path("items")) {
            String id = query.path("id").asText();
            queries.add(new Query(id, query.path("name").asText(id)));
        }
        return queries;
    }

    /** A query of the broker's, by its number and what the person calls it. */
    public record Query(String id, String name) {}

    public JsonNode schedule() {
        return http.getJson("/ingestion/schedule", Map.of());
    }

    public JsonNode doctor() {
        return http.getJson("/ingestion/doctor", Map.of());
    }

    public JsonNode startBackfill(JsonNode request) {
        return good(http.post("/ingestion/backfill", request));
    }

    public JsonNode backfill(String id) {
        return http.getJson("/ingestion/backfills/" + id, Map.of());
    }

    JsonNode good(Answer answer) {
        if (!answer.good()) {
            throw http.failure(answer);
        }
        return http.json(answer.body());
    }
}
