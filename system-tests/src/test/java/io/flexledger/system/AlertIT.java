package io.flexledger.system;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.stack.StackPort;
import io.flexledger.system.WebhookReceiver.Received;
import io.flexledger.testing.SharedData;
import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.SimulatorSettings;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.gateway.DayPlayer;
import io.flexledger.testing.gateway.GatewaySettings;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.SimulatorControl;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.day.StatementFiles;
import io.flexledger.testing.gateway.script.DayClock;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person should know of reaches him once, soon, and stays acknowledged whatever is killed or thrown away. */
class AlertIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Path SAMPLES = SharedData.projectRoot().resolve("samples");
    private static final Path GOLDEN = SAMPLES.resolve("golden-days-2025-07-17_18.xml");
    private static final String REPORT = "report-service";

    /** Heard live, and in no statement. */
    private static final String LIVE = "U7300001";

    private static final String FETCHED = "U7300002";
    private static final String TOKEN = "510220947731560482";
    private static final SimulatedQuery QUERY = SimulatedQuery.full("7300002");

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final DayClock clock = DayClock.now();

    @Test
    void tellsOnceAndForgetsNothing() throws IOException, InterruptedException {
        try (var receiver = WebhookReceiver.start();
                var broker = FlexSimulator.start(SimulatorSettings.of(
                                TOKEN,
                                GeneratedReports.of(StatementSpec.seeded(1).withAccounts(FETCHED, 1)),
                                QUERY)
                        .with(Limits.NONE));
                var gateway =
                        GatewaySimulator.start(GatewaySettings.of(account()).withClock(clock));
                var player = new DayPlayer(gateway, clock, new StatementFiles(GOLDEN));
                var control = SimulatorControl.start(0, gateway, clock, player);
                var ledger = RunningLedger.start(directory.resolve("stack"), settings(receiver, broker, gateway))) {
            assignment(ledger, receiver);
            restarted(ledger, receiver, broker);
            squeeze(ledger, receiver, control);
            gatewayAway(ledger, receiver, control);
            rebuilt(ledger, receiver, broker);
        }
    }

    private static SimulatedAccount account() {
        return SimulatedAccount.of(LIVE, "USD")
                .withCash("USD", "100000")
                .withPosition(Contract.stock(756733, "SPY", "ARCA", "USD"), "100", "580", "600");
    }

    private static Map<String, String> settings(
            WebhookReceiver receiver, FlexSimulator broker, GatewaySimulator gateway) {
        // The gateway's restart and the week's log-out are at another time than this test, whenever it runs.
        var elsewhen = ZonedDateTime.now(NEW_YORK).plusDays(3).plusHours(12);
        var settings = new HashMap<String, String>();
        settings.put("ACCOUNT_ID", FETCHED);
        settings.put("IBKR_FLEX_BASE_URL", broker.baseUrl().toString());
        settings.put("IBKR_FLEX_TOKEN", TOKEN);
        settings.put("IBKR_FLEX_QUERY_ID", QUERY.id());
        settings.put("INGESTOR_SCHEDULE_ENABLED", "false");
        settings.put("REALTIME_GATEWAY_ENABLED", "true");
        settings.put("REALTIME_GATEWAY_PORT", Integer.toString(gateway.port()));
        settings.put("REALTIME_GATEWAY_FORCE_PORT", "true");
        settings.put("REALTIME_GATEWAY_BACKOFF_MOST", "1s");
        settings.put("REALTIME_GATEWAY_OUTAGES_DAILY", "%tR-%tR".formatted(elsewhen, elsewhen.plusHours(1)));
        settings.put("REALTIME_GATEWAY_OUTAGES_LOG_OUT", elsewhen.getDayOfWeek() + " 01:00");
        settings.put("REPORT_ALERTS_EVERY", "1s");
        settings.put("REPORT_ALERTS_GATEWAY_PATIENCE", PATIENCE.toSeconds() + "s");
        settings.put("REPORT_ALERTS_CHANNELS_EVERY", "1s");
        // The samples are of July 2025.
        settings.put("REPORT_ALERTS_MAX_AGE", "36500d");
        settings.put("FLEXLEDGER_ALERTS_WEBHOOK_URL", receiver.url());
        settings.put("FLEXLEDGER_ALERTS_WEBHOOK_SECRET", WebhookReceiver.secret());
        return settings;
    }

    private static void assignment(RunningLedger ledger, WebhookReceiver receiver) {
        ledger.ingest(SAMPLES.resolve("quiet-week-2025-07-14_16.xml"));
        var begun = Instant.now();
        ledger.ingest(GOLDEN);
        var told = arrival(receiver, "ASSIGNMENT", 1);

        tell("an assignment in a statement", begun, told, SOON);
        assertThat(told.message().at("/data/account").asText()).isEqualTo("U7654321");
        assertThat(told.message().at("/data/severity").asText()).isEqualTo("WARNING");
    }

    /** What is judged after a restart and a second import is known by the next alert, which is of a run that fails. */
    private static void restarted(RunningLedger ledger, WebhookReceiver receiver, FlexSimulator broker) {
        awaitSent(ledger);
        ledger.ingest(GOLDEN);
        ledger.kill(REPORT);
        ledger.up();

        failRun(ledger, receiver, broker, 1015, "FLEX_TOKEN");
        assertThat(receiver.of("ASSIGNMENT")).hasSize(1);
    }

    private static void failRun(
            RunningLedger ledger, WebhookReceiver receiver, FlexSimulator broker, int code, String problem) {
        int before = receiver.of("RUN_FAILED").size();
        broker.next(Endpoint.SEND_REQUEST, Fault.code(code));
        var begun = Instant.now();
        ledger.post(StackPort.INGESTOR, "/ingestion/run", "{}");
        var told = arrival(receiver, "RUN_FAILED", before + 1);

        tell("a run that fails, " + problem, begun, told, SOON);
        assertThat(told.message().at("/data/text").asText()).contains(problem);
        assertThat(told.message().at("/data/account").asText()).isEqualTo(FETCHED);
    }

    private void squeeze(RunningLedger ledger, WebhookReceiver receiver, SimulatorControl control) {
        await().atMost(SOON).until(() -> state(ledger).equals("CONNECTED"));
        assertThat(receiver.of("MARGIN_CUSHION")).isEmpty();
        var begun = Instant.now();
        // Of 160000, so that a sixteenth may be lost.
        steer(control, "margin", LIVE + " 150000");
        var told = arrival(receiver, "MARGIN_CUSHION", 1);

        tell("a margin cushion of 6.25 %", begun, told, SOON);
        assertThat(told.message().at("/data/account").asText()).isEqualTo(LIVE);
        assertThat(told.message().at("/data/severity").asText()).isEqualTo("CRITICAL");
    }

    private void gatewayAway(RunningLedger ledger, WebhookReceiver receiver, SimulatorControl control) {
        assertThat(receiver.of("GATEWAY_DOWN")).isEmpty();
        var begun = Instant.now();
        steer(control, "faults", "refused " + AWAY.toSeconds());
        var told = arrival(receiver, "GATEWAY_DOWN", 1);

        tell("a gateway that is away", begun, told, PATIENCE.plus(SOON));
        await().atMost(SOON).until(() -> alert(ledger, told.id()).hasNonNull("endedAt"));
        assertThat(state(ledger)).isEqualTo("CONNECTED");
        System.out.printf(
                "alert ended: the gateway is back, %.1f s after it was to be%n",
                seconds(Duration.between(begun.plus(AWAY), Instant.now())));
    }

    /** The schema is thrown away; what was told and acknowledged comes back from the topic. */
    private static void rebuilt(RunningLedger ledger, WebhookReceiver receiver, FlexSimulator broker) {
        awaitSent(ledger);
        var assigned = receiver.of("ASSIGNMENT").getFirst().id();
        ledger.succeed("alerts", "acknowledge", assigned.substring(0, 8), "--by", "a person", "--note", "rolled");
        var known = raised(ledger);
        var told = receiver.received();
        var acknowledged = alert(ledger, assigned).get("acknowledged");
        assertThat(acknowledged.get("note").asText()).isEqualTo("rolled");

        ledger.kill(REPORT);
        ledger.forget("report");
        ledger.up();
        failRun(ledger, receiver, broker, 1014, "FLEX_REQUEST");

        assertThat(receiver.received()).hasSize(told.size() + 1).startsWith(told.toArray(Received[]::new));
        var again = raised(ledger);
        assertThat(again).hasSize(known.size() + 1).containsAllEntriesOf(known);
        assertThat(alert(ledger, assigned).get("acknowledged")).isEqualTo(acknowledged);
        assertThat(receiver.received()).extracting(Received::id).containsExactlyInAnyOrderElementsOf(again.keySet());
        assertThat(receiver.received()).allMatch(Received::genuine);
        System.out.printf(
                "alerts after the schema was thrown away: %d told before, 0 again, 1 acknowledged; %d messages %s, each"
                        + " once and signed%n",
                told.size(),
                receiver.received().size(),
                receiver.received().stream().collect(Collectors.groupingBy(Received::kind, Collectors.counting())));
    }

    /** The message of a kind that comes as the so-manieth; its alert is the one the report keeps. */
    private static Received arrival(WebhookReceiver receiver, String kind, int number) {
        await().atMost(PATIENCE.plus(SOON).plus(SOON))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> receiver.of(kind).size() >= number);
        assertThat(receiver.of(kind)).as(kind).hasSize(number);
        return receiver.of(kind).getLast();
    }

    private static void tell(String what, Instant begun, Received told, Duration limit) {
        var took = Duration.between(begun, told.at());
        System.out.printf("alert after %.1f s: %s: %s%n", seconds(took), what, title(told));
        assertThat(took).as(what).isLessThan(limit);
    }

    private static String title(Received told) {
        return told.message().at("/data/title").asText();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    /** What is under way when the service is killed may come twice. */
    private static void awaitSent(RunningLedger ledger) {
        await().atMost(SOON)
                .until(() -> StreamSupport.stream(alerts(ledger).spliterator(), false)
                        .flatMap(alert -> alert.get("deliveries").findValuesAsText("state").stream())
                        .allMatch(state -> state.equals("SENT")));
    }

    private static JsonNode alerts(RunningLedger ledger) {
        return ledger.json(StackPort.REPORT, "/api/alerts?limit=200").get("items");
    }

    /** When each alert was told, by id. */
    private static Map<String, String> raised(RunningLedger ledger) {
        return StreamSupport.stream(alerts(ledger).spliterator(), false)
                .collect(Collectors.toMap(
                        alert -> alert.get("id").asText(),
                        alert -> alert.get("raisedAt").asText()));
    }

    private static JsonNode alert(RunningLedger ledger, String id) {
        return ledger.json(StackPort.REPORT, "/api/alerts/" + id);
    }

    private static String state(RunningLedger ledger) {
        return ledger.json(StackPort.REALTIME, "/gateway/status").get("state").asText();
    }

    private void steer(SimulatorControl control, String what, String body) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/simulator/%s".formatted(control.port(), what)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(202);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
