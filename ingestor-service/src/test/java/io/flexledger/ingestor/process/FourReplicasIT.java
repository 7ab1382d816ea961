package io.flexledger.ingestor.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.service.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Four processes on one database fetch for two accounts with one token, as often as they can, in real time. */
class FourReplicasIT {

    private static final int REPLICAS = 4;
    private static final int ACCOUNTS = 2;
    private static final Duration PRESSURE = Duration.ofSeconds(62);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LEAST = 12; // more than one minute allows

    private final ConcurrentSkipListSet<Long> accepted = new ConcurrentSkipListSet<>();
    private final List<JsonNode> refused = new CopyOnWriteArrayList<>();

    @Test
    void keepTheLimitsOfTheBrokerTogether() throws Exception {
        try (var accounts = new FlexAccounts(ACCOUNTS, Limits.BROKER);
                var replicas = new Replicas(accounts.settings())) {
            replicas.trigger(accounts);
            var runs = new FetchRuns(replicas.first());
            var results = new TreeMap<String, Integer>();
            for (long run : accepted) {
                results.merge(runs.awaitEnd(run).get("status").asText(), 1, Integer::sum);
            }

            var broker = accounts.simulator();
            System.out.printf(
                    "%d replicas: %d requests, smallest gap %d ms, most in a minute %d; runs %s, refused %d%n",
                    REPLICAS,
                    broker.requests().size(),
                    gaps(broker).min().orElseThrow() / 1_000_000,
                    mostInAMinute(broker),
                    results,
                    refused.size());
            assertThat(broker.violations()).isEmpty();
            assertThat(broker.requests()).hasSizeGreaterThanOrEqualTo(LEAST);
            assertThat(results).containsOnlyKeys("success");
            assertThat(refused)
                    .isNotEmpty()
                    .allSatisfy(
                            problem -> assertThat(problem.get("code").asText()).isEqualTo("RUN_ALREADY_ACTIVE"));
            for (int i = 0; i < ACCOUNTS; i++) {
                assertThat(runsOf(accounts.account(i))).isGreaterThan(1);
                assertThat(overlaps(accounts.account(i)))
                        .as("two runs of an account at once")
                        .isZero();
            }
        }
    }

    private static LongStream gaps(FlexSimulator broker) {
        var requests = broker.requests();
        return LongStream.range(1, requests.size())
                .map(i -> requests.get((int) i).nanos()
                        - requests.get((int) i - 1).nanos());
    }

    private static long mostInAMinute(FlexSimulator broker) {
        var minute = Duration.ofMinutes(1).toNanos();
        return broker.requests().stream()
                .mapToLong(last -> broker.requests().stream()
                        .filter(other -> other.nanos() <= last.nanos() && other.nanos() > last.nanos() - minute)
                        .count())
                .max()
                .orElse(0);
    }

    private static long runsOf(String account) throws Exception {
        return Stored.count("ingestion_run where account_id = '" + account + "'");
    }

    /** All replicas read one clock here. */
    private static long overlaps(String account) throws Exception {
        return Stored.count("ingestion_run one join ingestion_run other on one.id < other.id"
                + " and one.account_id = other.account_id and one.started_at < other.ended_at"
                + " and other.started_at < one.ended_at where one.account_id = '" + account + "'");
    }

    private final class Replicas implements AutoCloseable {

        private final List<IngestorProcess> all = new ArrayList<>();

        Replicas(Map<String, String> settings) throws IOException, InterruptedException {
            for (int i = 0; i < REPLICAS; i++) {
                all.add(IngestorProcess.begin(settings, "-Xmx256m", "-Dingestor.schedule.enabled=false"));
                if (i == 0) {
                    first().awaitReady(); // makes the tables
                }
            }
            for (var one : all) {
                one.awaitReady();
            }
        }

        IngestorProcess first() {
            return all.getFirst();
        }

        /** Every replica for every account, again and again. */
        void trigger(FlexAccounts accounts) throws Exception {
            long end = System.nanoTime() + PRESSURE.toNanos();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var calls = new ArrayList<Future<?>>();
                for (var one : all) {
                    for (int i = 0; i < ACCOUNTS; i++) {
                        var order = accounts.order(i);
                        calls.add(callers.submit(() -> {
                            while (System.nanoTime() < end) {
                                trigger(one, order);
                            }
                            return null;
                        }));
                    }
                }
                for (var call : calls) {
                    call.get();
                }
            }
        }

        private void trigger(IngestorProcess replica, String order) throws IOException, InterruptedException {
            var response = replica.post("/ingestion/run", order);
            var body = ContractJson.MAPPER.readTree(response.body());
            if (response.statusCode() == 202) {
                accepted.add(body.get("run_id").asLong());
            } else {
                refused.add(body);
            }
            Thread.sleep(PAUSE); // the pressure, not a wait for anything
        }

        @Override
        public void close() {
            all.forEach(IngestorProcess::close);
        }
    }
}
