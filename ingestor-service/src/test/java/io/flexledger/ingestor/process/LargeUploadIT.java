package io.flexledger.ingestor.process;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.ingestor.artifact.Sha256;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Files that are larger than the heap. Nothing of them is stored in the project; they are made while they are sent. */
class LargeUploadIT {

    private static final String HEAP = "-Xmx256m";
    private static final int MEGABYTES_300 = 300;

    @Test
    void isRefusedAtTheLimitWhetherItsSizeIsToldOrNot() throws IOException, InterruptedException {
        try (var service = IngestorProcess.start(HEAP)) {
            for (var announced : new boolean[] {true, false}) {
                var response = service.upload(new LargeReport(newAccount(), MEGABYTES_300), announced);

                assertThat(response.statusCode()).isEqualTo(413);
                assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
                var problem = ContractJson.MAPPER.readTree(response.body());
                assertThat(problem.get("code").asText()).isEqualTo("FILE_TOO_LARGE");
                assertThat(problem.get("detail").asText()).contains("268435456", "ingestor.max-file-size");
            }
            assertThat(service.isAlive()).isTrue();
            assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsTheConnectionWhenFarBeyondTheLimit() throws IOException, InterruptedException {
        try (var service = IngestorProcess.start(HEAP, "-Dingestor.max-file-size=1M")) {
            for (var announced : new boolean[] {true, false}) {
                var begin = System.nanoTime();
                try {
                    assertThat(service.upload(new LargeReport(newAccount(), 60), announced)
                                    .statusCode())
                            .isEqualTo(413);
                } catch (IOException cutOff) {
                    assertThat(cutOff).isNotInstanceOf(HttpTimeoutException.class);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
            }
            assertThat(service.get("/ingestion/runs?limit=2").body()).contains("FILE_TOO_LARGE");
        }
    }

    @Test
    void isTakenInWhenTheLimitIsRaised() throws IOException, InterruptedException {
        try (var service = IngestorProcess.start(HEAP, "-Dingestor.max-file-size=400M")) {
            var report = new LargeReport(newAccount(), MEGABYTES_300);
            var response = service.upload(report, false);

            assertThat(response.statusCode()).isEqualTo(201);
            var answer = ContractJson.MAPPER.readTree(response.body());
            assertThat(answer.get("file").get("size").asLong())
                    .isEqualTo(report.size())
                    .isGreaterThan(300_000_000);
            assertThat(answer.get("statements")).hasSize(MEGABYTES_300);
            assertThat(hashOfContent(service, report.sha256())).isEqualTo(report.sha256());
        }
    }

    @Test
    void isTakenButForAStatementThatIsTooLargeToPublish() throws IOException, InterruptedException {
        try (var service = IngestorProcess.start(HEAP)) {
            var response = service.upload(new NoisyReport(newAccount(), 40_000), true);

            assertThat(response.statusCode()).isEqualTo(201);
            var statements = ContractJson.MAPPER.readTree(response.body()).get("statements");
            assertThat(statements.at("/0/outcome").asText()).isEqualTo("REJECTED");
            assertThat(statements.at("/0/problem/code").asText()).isEqualTo("STATEMENT_TOO_LARGE");
            assertThat(statements.at("/0/problem/detail").asText()).contains("at most 16777216");
            assertThat(statements.at("/0/problem/nextStep").asText()).contains("shorter period", "breakout by day");
            assertThat(statements.at("/1/outcome").asText()).isEqualTo("NEW");
        }
    }

    @Test
    void reachesTheTopicWithTheLargestStatementThereCanBe() throws IOException, InterruptedException {
        try (var service = IngestorProcess.start(HEAP)) {
            var response = service.upload(new NoisyReport(newAccount(), 28_000), true);

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(ContractJson.MAPPER
                            .readTree(response.body())
                            .at("/statements/0/outcome")
                            .asText())
                    .isEqualTo("NEW");
            await().until(() -> ContractJson.MAPPER
                            .readTree(service.get("/progress").body())
                            .get("outbox")
                            .asLong()
                    == 0);
            assertThat(service.isAlive()).isTrue();
        }
    }

    @Test
    void ofAHundredMegabytesLeavesMostOfTheHeapAlone() throws IOException, InterruptedException {
        try (var service = IngestorProcess.start(HEAP)) {
            var report = new LargeReport(newAccount(), 100);
            var highest = new AtomicLong();
            var begin = System.nanoTime();
            var upload = service.beginUpload(report);
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        highest.accumulateAndGet(service.heap(), Math::max);
                        return upload.isDone();
                    });
            long peak = highest.get();

            assertThat(upload.join().statusCode()).isEqualTo(201);
            System.out.printf(
                    "Upload of %d MB: %.1f s, heap at most %d MB of 256, garbage included%n",
                    report.size() / 1_000_000, (System.nanoTime() - begin) / 1e9, peak / 1_000_000);
            assertThat(peak).isLessThan(200_000_000);
        }
    }

    private static String hashOfContent(IngestorProcess service, String sha256)
            throws IOException, InterruptedException {
        var digest = Sha256.digest();
        var buffer = new byte[1 << 16];
        try (var bytes = service.open("/ingestion/files/" + sha256 + "/content").body()) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
