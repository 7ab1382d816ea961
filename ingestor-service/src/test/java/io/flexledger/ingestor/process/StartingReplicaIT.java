package io.flexledger.ingestor.process;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A process that starts leaves the runs of others alone as long as these live. */
class StartingReplicaIT {

    private static final String[] ARGUMENTS = {"-Xmx256m", "-Dingestor.schedule.enabled=false"};

    @Test
    void closesNoRunOfAProcessThatLives() throws Exception {
        var body = new HeldBody(new LargeReport(newAccount(), 2), new CountDownLatch(1));
        try (var first = IngestorProcess.start(ARGUMENTS)) {
            var upload = first.beginUpload(body);
            await().until(() -> openRuns(first).size() == 1);
            long run = openRuns(first).at("/0/run_id").asLong();

            try (var second = IngestorProcess.start(ARGUMENTS)) {
                var seen = new FetchRuns(second).find(run);
                assertThat(seen.get("status").asText()).as(seen.toString()).isEqualTo("started");
                body.go().countDown();
                assertThat(upload.join().statusCode()).isEqualTo(201);
            }

            var ended = new FetchRuns(first).find(run);
            assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("success");
            assertThat(ended.path("error_code").isNull()).as(ended.toString()).isTrue();
        }
    }

    @Test
    void closesTheRunsOfAProcessThatWasKilled() throws Exception {
        var body = new HeldBody(new LargeReport(newAccount(), 2), new CountDownLatch(1));
        long run;
        try (var first = IngestorProcess.start(ARGUMENTS)) {
            var upload = first.beginUpload(body);
            await().until(() -> openRuns(first).size() == 1);
            run = openRuns(first).at("/0/run_id").asLong();
            first.kill();
            body.go().countDown();
            await().until(upload::isCompletedExceptionally);
        }

        try (var second = IngestorProcess.start(ARGUMENTS)) {
            var closed = new FetchRuns(second).find(run);
            assertThat(closed.get("status").asText()).as(closed.toString()).isEqualTo("failed");
            assertThat(closed.get("error_code").asText()).isEqualTo("INTERRUPTED");
        }
    }

    private static JsonNode openRuns(IngestorProcess service) throws IOException, InterruptedException {
        return ContractJson.MAPPER
                .readTree(service.get("/ingestion/runs?status=started").body())
                .get("items");
    }

    /** Sends about half of the report, and the rest when it may go. */
    private record HeldBody(LargeReport report, CountDownLatch go) implements LargeBody {

        private static final long HALF = 1 << 20;

        @Override
        public long size() throws IOException {
            return report.size();
        }

        @Override
        public InputStream open() {
            return new FilterInputStream(report.open()) {
                private long sent;

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    if (sent > HALF) {
                        awaitGo();
                    }
                    int count = super.read(target, offset, length);
                    sent += Math.max(0, count);
                    return count;
                }
            };
        }

        private void awaitGo() {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
