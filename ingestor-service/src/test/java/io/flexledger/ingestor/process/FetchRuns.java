package io.flexledger.ingestor.process;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.fetch.FetchRun;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts runs of a process, and follows them. */
record FetchRuns(IngestorProcess service) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Starts a run, which must be accepted at the first try. */
    long begin(String order) throws IOException, InterruptedException {
        var response = service.post("/ingestion/run", order);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return ContractJson.MAPPER.readTree(response.body()).get("run_id").asLong();
    }

    JsonNode find(long run) throws IOException, InterruptedException {
        return ContractJson.MAPPER.readTree(
                service.get("/ingestion/runs/" + run).body());
    }

    JsonNode awaitEnd(long run) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(run), found -> !found.path("status").asText().equals("started"));
    }

    /** What others are told of a run's end. */
    static List<FetchRun> told(long run) {
        var told = new ArrayList<FetchRun>();
        Stored.records(Topics.Names.FETCH_RUN, record -> told.add(ContractJson.read(record.value(), FetchRun.class)));
        return told.stream().filter(one -> one.run() == run).toList();
    }

    /** The stage that has begun last. */
    static String stage(JsonNode run) {
        var stages = run.path("diagnostics");
        return stages.path(stages.size() - 1).path("stage").asText();
    }
}
