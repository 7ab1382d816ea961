package io.flexledger.system;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.Golden;
import io.flexledger.testing.SharedData;
import io.flexledger.testing.gateway.DayPlayer;
import io.flexledger.testing.gateway.GatewaySettings;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.Programme;
import io.flexledger.testing.gateway.Programme.Repeat;
import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.day.StatementFiles;
import io.flexledger.testing.gateway.script.DayClock;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Contract;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two golden days as they ran: told live, with the listener killed in between, then told by the statement. What was
 * provisional becomes the official story, nothing is left over, and the step from one value to the other is told line by line.
 * Then the listener is killed in bursts; {@code -Dlive.kills=50} makes a campaign of it, {@code -Dlive.seed} another one.
 */
class LiveDayIT {

    private static final String ACCOUNT = "U7654321";
    private static final LocalDate THURSDAY = LocalDate.of(2025, 7, 17);
    private static final LocalDate FRIDAY = LocalDate.of(2025, 7, 18);
    private static final Golden APPROVED = Golden.in("golden-days");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Contract APPLE = Contract.stock(265598, "AAPL", "NASDAQ", "USD");
    private static final int BURST = 300;

    /** How often the listener is killed in a burst. */
    private static final int KILLS = Integer.getInteger("live.kills", 1);

    private static final long SEED = Long.getLong("live.seed", 1);

    @TempDir
    Path directory;

    @Test
    void theProvisionalStoryBecomesTheOfficialOne() throws InterruptedException {
        var samples = SharedData.projectRoot().resolve("samples");
        var golden = samples.resolve("golden-days-2025-07-17_18.xml");
        var clock = DayClock.now();
        try (var gateway = GatewaySimulator.start(
                        GatewaySettings.of().withMasterClient(71).withClock(clock));
                var player = new DayPlayer(gateway, clock, new StatementFiles(golden));
                var ledger = RunningLedger.start(
                        directory.resolve("stack"),
                        Map.of(
                                "REALTIME_GATEWAY_ENABLED", "true",
                                "REALTIME_GATEWAY_PORT", Integer.toString(gateway.port()),
                                "REALTIME_GATEWAY_FORCE_PORT", "true"))) {
            ledger.ingest(samples.resolve("quiet-week-2025-07-14_16.xml"));

            live(ledger, gateway, player, THURSDAY, () -> {
                ledger.kill("realtime-gateway-service");
                ledger.up();
            });
            live(ledger, gateway, player, FRIDAY, () -> {});
            ledger.ingest(golden);

            official(ledger, THURSDAY);
            official(ledger, FRIDAY);
            assertThat(provisional(ledger))
                    .isNotEmpty()
                    .allSatisfy(fill -> assertThat(fill.get("status").asText())
                            .as("%s", fill)
                            .isEqualTo("CONFIRMED"));
            System.out.printf(
                    "live days: %d executions heard, all confirmed; official story as approved%n",
                    provisional(ledger).size());
            killedInBursts(ledger, gateway);
        }
    }

    /**
     * Plays a day, which is told while it runs.
     *
     * @param midway what happens when some of it has been told
     */
    private static void live(
            RunningLedger ledger, GatewaySimulator gateway, DayPlayer player, LocalDate date, Runnable midway) {
        int before = gateway.tickets().size();
        player.play(new Programme(date, 3_600, Duration.ofMillis(300), Repeat.NO, true));
        await().atMost(PATIENCE).until(() -> gateway.tickets().size() > before + 1);
        midway.run();
        await().atMost(PATIENCE).until(() -> player.state().endsWith("is over"));
        int executions = gateway.tickets().size() - before;

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(ledger, date)).hasSize(executions));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fills(report(ledger, date))).isEqualTo(executions));
        // A day that takes seconds is over before the gateway is asked for its time, which dates the values.
        await().atMost(PATIENCE).until(() -> !valuesAtTheGateway(ledger, date).isEmpty());
        var report = report(ledger, date);
        assertThat(report.get("provisional").asBoolean()).isTrue();
        assertThat(fieldNames(report)).isEqualTo(fieldNames(report(ledger, LocalDate.of(2025, 7, 16))));
        System.out.printf("live %s: %d executions, %d fills in the story%n", date, executions, fills(report));
    }

    /** {@code kill -9} of the listener while fills come as fast as they can be written: nothing is lost, nothing doubled. */
    private static void killedInBursts(RunningLedger ledger, GatewaySimulator gateway) throws InterruptedException {
        var random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            var burst = Thread.ofVirtual().start(() -> fill(gateway));
            Thread.sleep(random.nextInt(400));
            ledger.kill("realtime-gateway-service");
            burst.join();
            ledger.up();
        }
        var truth = gateway.tickets().stream()
                .map(ticket -> ticket.execution().execId())
                .sorted()
                .toList();
        await().atMost(PATIENCE).untilAsserted(() -> {
            ledger.post(StackPort.REALTIME, "/api/fetch-data", "");
            var told = THURSDAY.datesUntil(FRIDAY.plusDays(5))
                    .flatMap(date -> told(ledger, date).stream())
                    .sorted()
                    .toList();
            assertThat(told).isEqualTo(truth);
        });
        System.out.printf(
                "listener killed %d times in bursts, seed %d: %d fills, 0 lost, 0 double%n", KILLS, SEED, truth.size());
    }

    private static void fill(GatewaySimulator gateway) {
        for (int i = 0; i < BURST; i++) {
            gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "1", "200").costing(Charge.of("1", "USD")));
        }
    }

    private static void official(RunningLedger ledger, LocalDate date) {
        var path = "/api/reports/daily/" + date + "?account=" + ACCOUNT;
        var text = ledger.get(StackPort.REPORT, path, "text/markdown").body();
        int end = text.indexOf("---\n\n### **Hand-over");

        assertThat(end).as(text).isPositive();
        System.out.println(text.substring(end));
        APPROVED.check(date + ".md", text.substring(0, end));
        var report = report(ledger, date);
        assertThat(report.get("provisional").asBoolean()).isFalse();
        var handOver = last(last(report.get("sections")).get("blocks"));
        assertThat(amounts(handOver.get("steps")).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount(handOver.get("difference")))
                .isEqualByComparingTo(
                        amount(handOver.get("officialClosingNav")).subtract(amount(handOver.get("liveNav"))));
    }

    private static JsonNode last(JsonNode list) {
        return list.get(list.size() - 1);
    }

    private static Stream<BigDecimal> amounts(JsonNode steps) {
        return steps.valueStream().map(step -> amount(step.get("amount")));
    }

    private static BigDecimal amount(JsonNode figure) {
        return new BigDecimal(figure.get("amount").asText());
    }

    private static List<JsonNode> provisional(RunningLedger ledger) {
        var fills = new ArrayList<JsonNode>();
        ledger.json(StackPort.LEDGER, "/ledger/provisional-fills?limit=200&account=" + ACCOUNT)
                .path("items")
                .forEach(fills::add);
        return fills;
    }

    private static JsonNode valuesAtTheGateway(RunningLedger ledger, LocalDate date) {
        return ledger.json(
                        StackPort.REPORT, "/api/nav?kind=live&account=%s&from=%s&to=%s".formatted(ACCOUNT, date, date))
                .get("items");
    }

    private static List<String> told(RunningLedger ledger, LocalDate date) {
        return ledger.json(StackPort.REALTIME, "/api/executions?date=" + date)
                .get("executions")
                .findValuesAsText("execId");
    }

    private static JsonNode report(RunningLedger ledger, LocalDate date) {
        return ledger.json(StackPort.REPORT, "/api/reports/daily/" + date + "?account=" + ACCOUNT);
    }

    private static int fills(JsonNode report) {
        return report.findValues("fills").stream().mapToInt(JsonNode::size).sum();
    }

    private static List<String> fieldNames(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
