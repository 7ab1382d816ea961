package io.flexledger.ingestor.process;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.process.Stored.count;
import static io.flexledger.ingestor.process.Stored.published;
import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The service is killed, not stopped; what it acknowledged or kept is there afterwards, once. */
class KilledProcessIT {

    private static final int MEGABYTES = 60;

    @Test
    void betweenKeepingAFileAndScanningItFinishesItAtTheNextStart() throws Exception {
        var report = new LargeReport(newAccount(), MEGABYTES);
        var sha256 = report.sha256();
        try (var service = IngestorProcess.start("-Xmx256m")) {
            var upload = service.beginUpload(report);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> count("received_file where id = '" + sha256 + "'") == 1);
            service.kill();
            await().until(upload::isCompletedExceptionally);
        }
        assertThat(count("scanned_file where file_id = '" + sha256 + "'")).isZero();
        assertThat(count("raw_artifact where account_id = '" + report.account() + "'"))
                .isZero();

        try (var restarted = IngestorProcess.start("-Xmx256m")) {
            awaitScanned(restarted, sha256);
            awaitEmptyOutbox();

            var file = ContractJson.MAPPER.readTree(
                    restarted.get("/ingestion/files/" + sha256).body());
            assertThat(file.get("statements")).hasSize(MEGABYTES);
            file.get("statements")
                    .forEach(statement ->
                            assertThat(statement.get("outcome").asText()).isEqualTo("NEW"));
            assertThat(Set.copyOf(published(Set.of(report.account())).get(report.account())))
                    .hasSize(MEGABYTES);
            var interrupted = ContractJson.MAPPER.readTree(restarted
                    .get("/ingestion/runs?status=failed&run_type=manual&limit=1")
                    .body());
            assertThat(interrupted.at("/items/0/error_code").asText()).isEqualTo("INTERRUPTED");
        }
    }

    @Test
    void atAnyMomentLosesNothingThatWasKept() throws Exception {
        var seed = 20_250_718L;
        var random = new Random(seed);
        var reports = new ArrayList<LargeReport>();
        var acknowledged = new ArrayList<LargeReport>();
        for (int round = 0; round < 5; round++) {
            var report = new LargeReport(newAccount(), 12);
            reports.add(report);
            try (var service = IngestorProcess.start("-Xmx256m")) {
                var upload = service.beginUpload(report);
                Thread.sleep(random.nextInt(5_000)); // the moment of the kill, not a wait for anything
                service.kill();
                if (upload.isDone() && !upload.isCompletedExceptionally()) {
                    assertThat(upload.join().statusCode()).isEqualTo(201);
                    acknowledged.add(report);
                }
            }
        }

        try (var last = IngestorProcess.start("-Xmx256m")) {
            await().until(() ->
                    count("received_file f where not exists (select from scanned_file where file_id = f.id)") == 0);
            awaitEmptyOutbox();
            var kept = new ArrayList<LargeReport>();
            for (var report : reports) {
                if (last.get("/ingestion/files/" + report.sha256()).statusCode() == 200) {
                    kept.add(report);
                }
            }
            System.out.printf(
                    "Killed 5 times (seed %d): %d files kept, %d acknowledged%n",
                    seed, kept.size(), acknowledged.size());
            assertThat(kept).containsAll(acknowledged);
            var published = published(
                    Set.copyOf(reports.stream().map(LargeReport::account).toList()));
            for (var report : reports) {
                assertThat(Set.copyOf(published.getOrDefault(report.account(), List.of())))
                        .as("distinct statements of %s", report)
                        .hasSize(kept.contains(report) ? 12 : 0);
            }
            assertThat(ContractJson.MAPPER
                            .readTree(last.get("/ingestion/chain").body())
                            .get("intact")
                            .asBoolean())
                    .isTrue();
            assertThat(count("ingestion_run where status = 'started'")).isZero();
        }
    }

    private static void awaitScanned(IngestorProcess service, String sha256) {
        await().until(() -> !ContractJson.MAPPER
                .readTree(service.get("/ingestion/files/" + sha256).body())
                .get("statements")
                .isEmpty());
    }

    private static void awaitEmptyOutbox() {
        await().until(() -> count("outbox") == 0);
    }
}
