package io.flexledger.system;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.ReportOrder;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.report.Span;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month that nobody looks after: the broker fails by chance, the ingestor is killed again and again, and is down for a
 * whole week. Afterwards the ledger holds what a single import of the month gives it. A day takes five seconds;
 * {@code -Dmonth.seed=7} plays another month.
 */
class UnattendedMonthIT {

    private static final long SEED = Long.getLong("month.seed", 1);

    private static final String INGESTOR = "ingestor-service";
    private static final String ACCOUNT = "U7400001";
    private static final SimulatedQuery QUERY = SimulatedQuery.full("7400001");

    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAY_SECONDS = 5;
    private static final int DAYS = 30;
    private static final int REPORT_DAYS = 22;
    private static final int FAULTS_PERCENT = 25;

    // A week over the end of a month; two holidays lie within the whole.
    private static final Instant START = Instant.parse("2025-06-16T12:00:00Z");
    private static final Absence LOST_WEEK =
            new Absence(Instant.parse("2025-06-27T06:00:00Z"), DAY.multipliedBy(7), false);

    private static final StatementSpec SPEC = StatementSpec.seeded(SEED)
            .withAccounts(ACCOUNT, 1)
            .withDays(LocalDate.of(2025, 6, 16), REPORT_DAYS)
            .withTrades(150);

    @TempDir
    Path directory;

    /**
     * A time without an ingestor, begun by {@code kill -9}.
     *
     * @param inRun whether the kill waits for a run to kill
     */
    private record Absence(Instant from, Duration length, boolean inRun) {}

    @Test
    void endsAsIfTheMonthHadComeInOneFile() throws IOException, InterruptedException {
        System.out.printf("unattended month: seed %d%n", SEED);
        ToldAccount unattended;
        List<LocalDate> days;
        try (var ledger = RunningLedger.start(directory.resolve("unattended"));
                var broker = RehearsedBroker.start(
                        START, Math.toIntExact(DAY.toSeconds()) / DAY_SECONDS, GeneratedReports.of(SPEC), QUERY)) {
            ledger.kill(INGESTOR);
            int kills = live(ledger, broker);
            days = awaitComplete(ledger);
            unattended = awaitSettled(ledger, days);
            assertThat(unattended.days("official")).containsAll(days);
            assertThat(unattended.days("calculated")).containsAll(days);
            assertThat(broker.simulator().violations()).isEmpty();
            tell(ledger, broker, days, kills);
        }
        try (var ledger = RunningLedger.start(directory.resolve("clean"))) {
            ledger.ingest(wholeMonth());
            unattended.assertEquals(ToldAccount.read(ledger, ACCOUNT, days));
        }
    }

    /** Returns how often the ingestor was killed. */
    private static int live(RunningLedger ledger, RehearsedBroker broker) throws InterruptedException {
        var random = new Random(SEED);
        broker.simulator().randomFaults(SEED, FAULTS_PERCENT);
        var ingestor = start(ledger, broker);
        var absences = absences(random);
        for (var absence : absences) {
            broker.awaitTime(absence.from());
            if (absence.inRun()) {
                awaitRun(ledger);
                Thread.sleep(random.nextInt(400));
            }
            System.out.printf("killed at %s, %d runs open%n", broker.now(), FetchedRuns.open(ledger));
            ingestor.destroyForcibly();
            ingestor.onExit().join();
            broker.awaitTime(broker.now().plus(absence.length()));
            ingestor = start(ledger, broker);
        }
        broker.awaitTime(START.plus(DAY.multipliedBy(DAYS)));
        broker.simulator().clearFaults();
        return absences.size();
    }

    /** Three around the days in which a run is sure to be met, three at any moment, and the lost week. */
    private static List<Absence> absences(Random random) {
        return List.of(
                absence(2, random, true),
                absence(5, random, false),
                absence(8, random, true),
                LOST_WEEK,
                absence(21, random, false),
                absence(23, random, true),
                absence(26, random, false));
    }

    private static Absence absence(int day, Random random, boolean inRun) {
        var moment = DAY.multipliedBy(day).plusMinutes(random.nextInt(12 * 60));
        return new Absence(START.plus(moment), Duration.ZERO, inRun);
    }

    private static void awaitRun(RunningLedger ledger) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(3 * DAY_SECONDS).toNanos();
        while (FetchedRuns.open(ledger) == 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private static ProcessHandle start(RunningLedger ledger, RehearsedBroker broker) {
        var settings = new HashMap<>(broker.settings());
        settings.put("ACCOUNT_ID", ACCOUNT);
        settings.put("IBKR_FLEX_QUERY_ID", QUERY.id());
        // An hour is a fifth of a second.
        settings.put("IBKR_FLEX_DEADLINE_SECONDS", "86400");
        ledger.tell(settings);
        ledger.up();
        return ledger.find(INGESTOR);
    }

    /** Without faults, some days more. */
    private static List<LocalDate> awaitComplete(RunningLedger ledger) {
        await().pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            var plan = plan(ledger);
            assertThat(ToldAccount.dates(plan.get("trading_days"))).endsWith(SPEC.lastDay());
            assertThat(plan.get("complete_days")).isEqualTo(plan.get("trading_days"));
        });
        await().alias("no run is left open")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> FetchedRuns.open(ledger) == 0);
        var query = ledger.json(StackPort.INGESTOR, "/ingestion/queries").at("/items/0");
        var days = ToldAccount.dates(plan(ledger).get("trading_days"));
        assertThat(query.get("complete_to").asText()).isEqualTo(days.getLast().toString());
        return days;
    }

    /** Which days there should be, and which there are. */
    private static JsonNode plan(RunningLedger ledger) {
        return ledger.post(StackPort.INGESTOR, "/ingestion/backfill", """
                {"from": "%s", "to": "%s", "dry_run": true}""".formatted(SPEC.firstDay(), SPEC.lastDay()));
    }

    /** A killed run is told to its end by others, whom nobody waits for. */
    private static ToldAccount awaitSettled(RunningLedger ledger, List<LocalDate> days) throws InterruptedException {
        var before = ToldAccount.read(ledger, ACCOUNT, days);
        for (int look = 0; look < 20; look++) {
            Thread.sleep(Duration.ofSeconds(2));
            var now = ToldAccount.read(ledger, ACCOUNT, days);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new AssertionError("the projections still change");
    }

    private Path wholeMonth() throws IOException {
        var order =
                new ReportOrder(QUERY, new Span(SPEC.firstDay(), SPEC.lastDay()), START.plus(DAY.multipliedBy(DAYS)));
        var file = directory.resolve("month.xml");
        try (var stream = Files.newOutputStream(file)) {
            GeneratedReports.of(SPEC).find(order).orElseThrow().writeTo(stream);
        }
        return file;
    }

    private static void tell(RunningLedger ledger, RehearsedBroker broker, List<LocalDate> days, int kills) {
        var runs = FetchedRuns.of(ledger);
        assertThat(runs.retries()).as("what the broker's faults led to").isNotEmpty();
        System.out.printf(
                "unattended month: seed %d, until %s, %d trading days complete, %d runs, %d failed %s, retries %s,"
                        + " %d kills, %d requests, %d violations%n",
                SEED,
                broker.now(),
                days.size(),
                runs.count(),
                runs.failed(),
                runs.failures(),
                runs.retries(),
                kills,
                broker.simulator().requests().size(),
                broker.simulator().violations().size());
    }
}
