package io.flexledger.ingestor.process;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.SimulatorSettings;
import io.flexledger.testing.flex.report.LargeReports;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A report of a hundred megabytes is fetched and published by a process with a heap of 256. */
class LargeFetchIT {

    private static final long BYTES = 100_000_000;
    private static final int DAYS = 14; // report days from 1 to 18 July
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.parse("2025-07-22T09:00:00Z");
    private static final String TOKEN = "770156328814902365";
    private static final Pattern COLLECTION = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\(");

    private final String account = "U" + ThreadLocalRandom.current().nextLong(10_000_000, 99_000_000);

    @Test
    void leavesMostOfTheHeapAlone() throws Exception {
        try (var broker = broker();
                var service = IngestorProcess.start(
                        settings(broker), "-Xmx256m", "-Xlog:gc", "-Dingestor.schedule.enabled=false")) {
            var runs = new FetchRuns(service);
            long begin = System.nanoTime();
            long run = runs.begin("""
                    {"from": "2025-07-01", "to": "2025-07-18"}""");
            var highest = new AtomicLong();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
                highest.accumulateAndGet(service.heap(), Math::max);
                return !runs.find(run).get("status").asText().equals("started");
            });
            long peak = highest.get();

            var ended = runs.find(run);
            assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("success");
            assertThat(ended.get("new_count").asInt()).isEqualTo(DAYS);
            await().until(() -> Stored.count("outbox") == 0);
            assertThat(Stored.published(Set.of(account)).get(account))
                    .hasSize(DAYS)
                    .doesNotHaveDuplicates();
            var size = size(service, ended.get("file_sha256").asText());
            System.out.printf(
                    "Fetch of %d MB: %.1f s, heap at most %d MB of 256 with garbage, %d MB after a collection%n",
                    size / 1_000_000, (System.nanoTime() - begin) / 1e9, peak / 1_000_000, afterCollection(service));
            assertThat(size).isGreaterThan(BYTES * 9 / 10);
            assertThat(peak).isLessThan(200_000_000);
            assertThat(service.isAlive()).isTrue();
        }
    }

    private FlexSimulator broker() {
        var large = new LargeReports(StatementSpec.seeded(3).withAccounts(account, 1), BYTES);
        return FlexSimulator.start(SimulatorSettings.of(TOKEN, large, SimulatedQuery.full("7200001"))
                .withClock(InstantSource.fixed(NOW))
                .with(Limits.NONE));
    }

    private Map<String, String> settings(FlexSimulator broker) {
        return Map.of(
                "ACCOUNT_ID",
                account,
                "IBKR_FLEX_TOKEN",
                TOKEN,
                "IBKR_FLEX_QUERY_ID",
                "7200001",
                "IBKR_FLEX_INITIAL_WAIT_SECONDS",
                "0",
                "IBKR_FLEX_BASE_URL",
                broker.baseUrl().toString());
    }

    private static long size(IngestorProcess service, String sha256) throws IOException, InterruptedException {
        return ContractJson.MAPPER
                .readTree(service.get("/ingestion/files/" + sha256).body())
                .at("/file/size")
                .asLong();
    }

    /** What was in use at most, as the collector left it. */
    private static long afterCollection(IngestorProcess service) throws IOException {
        return COLLECTION
                .matcher(service.log())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(2)))
                .max()
                .orElse(0);
    }
}
