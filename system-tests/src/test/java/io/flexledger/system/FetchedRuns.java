package io.flexledger.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.stack.StackPort;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the runs of an ingestor.
 *
 * @param retries  calls that were made again, by the code of what went wrong
 * @param failures runs that failed, by the code they failed with
 */
record FetchedRuns(int count, SortedMap<String, Integer> failures, SortedMap<String, Integer> retries) {

    private static final int PAGE = 200;

    static FetchedRuns of(RunningLedger ledger) {
        var failures = new TreeMap<String, Integer>();
        var retries = new TreeMap<String, Integer>();
        var runs = all(ledger);
        for (var run : runs) {
            if (run.get("status").asText().equals("failed")) {
                failures.merge(run.path("error_code").asText(), 1, Integer::sum);
            }
            for (var stage : run.path("diagnostics")) {
                if (stage.get("status").asText().equals("retrying")) {
                    retries.merge(stage.path("error_code").asText(), 1, Integer::sum);
                }
            }
        }
        return new FetchedRuns(runs.size(), failures, retries);
    }

    /** How many nobody has ended yet. */
    static int open(RunningLedger ledger) {
        return ledger.json(StackPort.INGESTOR, "/ingestion/runs?limit=1&status=started")
                .at("/page/total")
                .asInt();
    }

    private static List<JsonNode> all(RunningLedger ledger) {
        var runs = new ArrayList<JsonNode>();
        JsonNode page;
        do {
            page = ledger.json(
                    StackPort.INGESTOR,
                    "/ingestion/runs?sort_by=started_at_utc&sort_dir=asc&limit=%d&offset=%d"
                            .formatted(PAGE, runs.size()));
            page.get("items").forEach(runs::add);
        } while (!page.get("items").isEmpty()
                && runs.size() < page.at("/page/total").asInt());
        return runs;
    }

    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
