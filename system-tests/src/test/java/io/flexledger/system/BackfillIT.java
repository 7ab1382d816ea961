package io.flexledger.system;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.flex.Hold;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.QueryRole;
import io.flexledger.testing.flex.report.ReportSource;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.statement.StatementSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that lie behind: what is fetched of them, what is not, and what is left when the ingestor is killed meanwhile. */
class BackfillIT {

    private static final String INGESTOR = "ingestor-service";
    private static final Instant NOW = Instant.parse("2025-08-02T12:00:00Z");
    private static final int SPEED = 50;
    private static final int TIMES = 20;

    private static final String RECENT = "U7500001";
    private static final String LONG = "U7500002";
    private static final String MONTH = "U7500003";
    private static final LocalDate LONG_FROM = LocalDate.of(2022, 7, 18);
    private static final LocalDate LONG_TO = LocalDate.of(2025, 7, 18);

    private static final List<SimulatedQuery> QUERIES = List.of(
            SimulatedQuery.full("7500001"),
            SimulatedQuery.of("7500002", "Nav", QueryRole.NAV),
            SimulatedQuery.full("7500003"));

    private static final Map<String, ReportSource> LIVES = Map.of(
            "7500001", life(RECENT, LocalDate.of(2025, 7, 1), 23, 40),
            "7500002", life(LONG, LONG_FROM, 785, 30),
            "7500003", life(MONTH, LocalDate.of(2025, 7, 1), 23, 60));

    @TempDir
    static Path directory;

    private static RunningLedger ledger;
    private static RehearsedBroker broker;

    private static ReportSource life(String account, LocalDate first, int days, int trades) {
        return GeneratedReports.of(StatementSpec.seeded(75)
                .withAccounts(account, 1)
                .withDays(first, days)
                .withTrades(trades));
    }

    @BeforeAll
    static void start() {
        broker = RehearsedBroker.start(
                NOW,
                SPEED,
                order -> Objects.requireNonNull(LIVES.get(order.query().id())).find(order),
                QUERIES.toArray(SimulatedQuery[]::new));
        ledger = RunningLedger.start(directory.resolve("stack"), settings());
    }

    @AfterAll
    static void stop() {
        ledger.close();
        broker.close();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(broker.settings());
        var accounts = List.of(RECENT, LONG, MONTH);
        for (int i = 0; i < QUERIES.size(); i++) {
            var prefix = "FLEX_QUERY_QUERIES_%d__".formatted(i);
            settings.put(prefix + "ID", QUERIES.get(i).id());
            settings.put(prefix + "ACCOUNT", accounts.get(i));
            settings.put(prefix + "ROLE", QUERIES.get(i).role() == QueryRole.NAV ? "nav" : "full");
            settings.put(prefix + "SCHEDULE", "off");
        }
        settings.put("IBKR_FLEX_DEADLINE_SECONDS", "86400");
        return settings;
    }

    /** 19 July 2025 is a Saturday. */
    @Test
    void skipsDaysWithoutTradingAndSaysWhy() {
        var planned = backfill("7500001", "2025-07-19", "2025-07-21", true);
        assertDays(planned, "planned");
        var told = ledger.succeed(
                "backfill",
                "--from",
                "2025-07-19",
                "--to",
                "2025-07-21",
                "--query",
                "7500001",
                "--dry-run",
                "-o",
                "json");
        assertDays(ContractJson.read(told, JsonNode.class), "planned");
        assertThat(requests("7500001")).isZero();

        var ended = awaitEnd(backfill("7500001", "2025-07-19", "2025-07-21", false));

        assertDays(ended, "success");
        assertThat(requests("7500001")).isOne();
        assertThat(records(Topics.RAW_ARTIFACT, RECENT)).hasSize(1);

        var again = ledger.succeed(
                "backfill", "--from", "2025-07-19", "--to", "2025-07-21", "--query", "7500001", "-o", "json");
        assertThat(ContractJson.read(again, JsonNode.class).get("status").asText())
                .isEqualTo("success");
        assertThat(requests("7500001")).isOne();
        System.out.printf("backfill 2025-07-19..21: %s, skipped %s%n", ended.get("trading_days"), ended.get("skipped"));
    }

    private static void assertDays(JsonNode backfill, String status) {
        assertThat(backfill.get("status").asText()).as(backfill.toString()).isEqualTo(status);
        assertThat(ToldAccount.dates(backfill.get("trading_days"))).containsExactly(LocalDate.of(2025, 7, 21));
        assertThat(backfill.get("skipped").toString())
                .isEqualTo("[{\"date\":\"2025-07-19\",\"reason\":\"Saturday\"},"
                        + "{\"date\":\"2025-07-20\",\"reason\":\"Sunday\"}]");
        assertThat(backfill.get("chunks")).hasSize(1);
    }

    @Test
    void goesOnByItselfAfterEachKill() throws InterruptedException {
        var planned = backfill("7500002", LONG_FROM.toString(), LONG_TO.toString(), true);
        int needed = planned.get("chunks").size();

        var asked = broker.simulator().hold(Endpoint.SEND_REQUEST);
        var begun = backfill("7500002", LONG_FROM.toString(), LONG_TO.toString(), false);
        killAt(asked);
        // The first piece again, and the second to the middle of its body.
        var first = broker.simulator().holdBody(Endpoint.GET_STATEMENT, 0);
        ledger.tell(settings());
        ledger.up();
        first.awaitArrived();
        var second = broker.simulator().holdBody(Endpoint.GET_STATEMENT, 100_000);
        first.release();
        killAt(second);
        ledger.tell(settings());
        ledger.up();
        var ended = awaitEnd(begun);

        assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("success");
        assertThat(ended.get("complete_days")).isEqualTo(planned.get("trading_days"));
        assertThat(requests("7500002")).isLessThanOrEqualTo(needed + 2);
        assertThat(failures(ended)).isEqualTo(2);
        var artifacts = records(Topics.RAW_ARTIFACT, LONG);
        var events = records(Topics.CANONICAL_EVENT, LONG);
        assertThat(new HashSet<>(artifacts)).hasSameSizeAs(artifacts);
        assertThat(new HashSet<>(events)).hasSameSizeAs(events);
        System.out.printf(
                "backfill %s..%s: %d trading days, %d requests needed, %d made, 2 kills, %d statements and %d events,"
                        + " none twice, %d violations%n",
                LONG_FROM,
                LONG_TO,
                ended.get("trading_days").size(),
                needed,
                requests("7500002"),
                artifacts.size(),
                events.size(),
                broker.simulator().violations().size());
        assertThat(broker.simulator().violations()).isEmpty();
    }

    private static void killAt(Hold hold) throws InterruptedException {
        hold.awaitArrived();
        ledger.kill(INGESTOR);
        hold.release();
    }

    private static long failures(JsonNode backfill) {
        return StreamSupport.stream(backfill.get("chunks").spliterator(), false)
                .filter(chunk -> chunk.get("status").asText().equals("failed"))
                .count();
    }

    @Test
    void addsNothingWhenAMonthComesAgain() {
        fetchJuly();
        var before = records(Topics.CANONICAL_EVENT, MONTH);
        assertThat(before).isNotEmpty();
        int statements = records(Topics.RAW_ARTIFACT, MONTH).size();

        for (int time = 0; time < TIMES; time++) {
            var run = fetchJuly();
            assertThat(run.get("deduplicated").asBoolean()).as(run.toString()).isTrue();
            assertThat(run.get("new_count").asInt()).isZero();
            assertThat(run.get("duplicate_count").asInt()).isEqualTo(statements);
        }

        assertThat(records(Topics.CANONICAL_EVENT, MONTH)).isEqualTo(before);
        System.out.printf(
                "July fetched %d times more: %d statements and %d events before and after%n",
                TIMES, statements, before.size());
    }

    private static JsonNode fetchJuly() {
        var run = ledger.post(StackPort.INGESTOR, "/ingestion/run", """
                {"query": "7500003", "from": "2025-07-01", "to": "2025-07-31"}""");
        var ended = awaitEnd("/ingestion/runs/" + run.get("run_id").asText());
        assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("success");
        return ended;
    }

    private static JsonNode backfill(String query, String from, String to, boolean dryRun) {
        return ledger.post(StackPort.INGESTOR, "/ingestion/backfill", """
                {"query": "%s", "from": "%s", "to": "%s", "dry_run": %s}""".formatted(query, from, to, dryRun));
    }

    private static JsonNode awaitEnd(JsonNode backfill) {
        return awaitEnd("/ingestion/backfills/" + backfill.get("backfill_id").asText());
    }

    private static JsonNode awaitEnd(String path) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> ledger.json(StackPort.INGESTOR, path),
                        found -> !found.get("status").asText().equals("started"));
    }

    /** How often a query's report was asked for. */
    private static long requests(String query) {
        return broker.simulator().requests().stream()
                .filter(request -> request.endpoint() == Endpoint.SEND_REQUEST)
                .filter(request -> request.subject().equals(query))
                .count();
    }

    private static List<String> records(Topics topic, String account) {
        return TopicRecords.all(ledger.bootstrap(), topic, account).stream()
                .map(value -> new String(value, StandardCharsets.ISO_8859_1))
                .toList();
    }
}
