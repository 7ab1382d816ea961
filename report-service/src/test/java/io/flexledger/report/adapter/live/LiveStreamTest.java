package io.flexledger.report.adapter.live;

import static io.flexledger.report.day.GoldenDays.SPY;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.report.AlertDesk;
import io.flexledger.report.LiveProjector;
import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.adapter.rest.Alerted;
import io.flexledger.report.day.Market;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the broker's topic to an open connection, and nothing in between that waits. */
@QuarkusTest
@WithTestResource(StackResource.class)
class LiveStreamTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Pool pool;
    private final Published published;
    private final LiveProjector projector;
    private final AlertDesk desk;
    private final Alerted alerted;
    private final Map<String, Object> broker;

    @Inject
    LiveStreamTest(
            Pool pool,
            ReportProjector reports,
            LiveProjector projector,
            AlertDesk desk,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.pool = pool;
        this.published = new Published(pool, reports);
        this.projector = projector;
        this.desk = desk;
        this.alerted = new Alerted(pool, desk);
        this.broker = broker;
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
        say(GatewaySays.status("U1000001", State.CONNECTED, Instant.now()));
    }

    private void say(GatewayStatus status) {
        projector.statuses(
                pool, List.of(new ConsumerRecord<>("test", 0, 0, status.gateway(), ContractJson.write(status))));
    }

    private static NavSnapshot live(String total, Instant at) {
        var now = GatewaySays.value("U1000001", "2025-07-21", "2025-07-21T10:00:00", total)
                .dailyPnl("12.5")
                .cash(Market.hkd("500"), io.flexledger.contracts.money.FxRate.identity(Market.HKD))
                .held(SPY, "5", "630", GatewaySays.rate("7.85"))
                .says();
        return new NavSnapshot(
                now.account(),
                now.date(),
                now.kind(),
                at,
                at.toEpochMilli() * 1000,
                now.total(),
                now.opening(),
                now.components(),
                now.changes(),
                now.twrPercent(),
                now.cash(),
                now.accruals(),
                now.positions(),
                now.margin(),
                now.caveats(),
                now.sources());
    }

    private static Fill fill(String execId) {
        return GatewaySays.fill("U1000001", execId, Market.newYork("2025-07-21T10:30:00"), SPY, "5", "630.5");
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.get("bootstrap.servers"), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> fact(Fill fill) {
        var fact = GatewaySays.fact(fill);
        return new ProducerRecord<>(Topics.CANONICAL_EVENT.topic(), null, fact.key(), fact.value(), fact.headers());
    }

    private static ProducerRecord<String, byte[]> value(NavSnapshot snapshot) {
        return new ProducerRecord<>(Topics.NAV_SNAPSHOT.topic(), snapshot.key(), ContractJson.write(snapshot));
    }

    @Test
    void firstAllThereIsAndThenWhatChanges() throws Exception {
        published.apply(List.of(live("79300", Instant.now())));
        try (var stream = Stream.open("U1000001");
                var producer = producer()) {
            assertThat(stream.next("status").get("state").asText()).isEqualTo("CONNECTED");
            var nav = stream.next("nav");
            assertThat(nav.at("/total/amount").asText()).isEqualTo("79300");
            assertThat(nav.at("/change/amount").asText()).isEqualTo("68.968616724");
            assertThat(nav.at("/changes/dailyPnl/amount").asText()).isEqualTo("12.5");
            assertThat(nav.get("stale").asBoolean()).isFalse();

            producer.send(fact(fill("stream.1.01.01"))).get();
            var told = stream.next("fill");
            assertThat(told.get("execId").asText()).isEqualTo("stream.1.01.01");
            assertThat(told.get("status").asText()).isEqualTo("PROVISIONAL");
            assertThat(told.get("side").asText()).isEqualTo("BUY");
            assertThat(told.get("price").asText()).isEqualTo("630.5");
            assertThat(told.has("commission") && told.get("commission").isNull())
                    .isTrue();

            var booked = GatewaySays.standing(fill("stream.1.01.01"), 1, FillStanding.Status.BOOKED);
            projector.standings(pool, List.of(booked)); // shown as it is already, so nothing is told
            var stands = GatewaySays.standing(fill("stream.1.01.01"), 2, FillStanding.Status.CONFIRMED);
            producer.send(new ProducerRecord<>(Topics.FILL_STANDING.topic(), stands.key(), stands.value()))
                    .get();
            var again = stream.next("fill");
            assertThat(again.get("id")).isEqualTo(told.get("id"));
            assertThat(again.get("status").asText()).isEqualTo("CONFIRMED");

            producer.send(value(live("79310", Instant.now()))).get();
            assertThat(stream.next("nav").at("/total/amount").asText()).isEqualTo("79310");

            published.apply(List.of(Published.position("U1000001", 1, "5")));
            assertThat(stream.next("position").get("quantity").asText()).isEqualTo("5");

            published.withdraw(Published.goldenDays().stream()
                    .filter(io.flexledger.contracts.journal.JournalEntry.class::isInstance)
                    .map(io.flexledger.contracts.journal.JournalEntry.class::cast)
                    .reduce((a, b) -> b)
                    .orElseThrow());
            assertThat(stream.next("day").get("date").asText()).isEqualTo("2025-07-18");

            say(GatewaySays.status("U1000001", State.RESTART_WINDOW, Instant.now()));
            assertThat(stream.next("status").get("state").asText()).isEqualTo("RESTART_WINDOW");
            assertThat(stream.heartbeat()).isTrue();
        }
    }

    @Test
    void aSocketIsToldTheSame() throws Exception {
        published.apply(List.of(live("79300", Instant.now())));
        var heard = new LinkedBlockingQueue<JsonNode>();
        var socket = HTTP.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + RestAssured.port + "/ws/nav?account=U1000001"),
                        new Listener(heard))
                .get(1, TimeUnit.MINUTES);
        try (var producer = producer()) {
            assertThat(next(heard, "status").at("/data/state").asText()).isEqualTo("CONNECTED");
            assertThat(next(heard, "nav").at("/data/total/amount").asText()).isEqualTo("79300");

            producer.send(value(live("79320.5", Instant.now()))).get();
            await().until( // the first may be told once more, by its own notice
                            () -> next(heard, "nav").at("/data/total/amount").asText(), "79320.5"::equals);
        } finally {
            socket.abort();
        }
    }

    @Test
    void whoListensToAnotherAccountHearsNothingOfThisOne() throws Exception {
        try (var other = Stream.open("U2");
                var own = Stream.open("U1000001")) {
            other.next("status");
            own.next("status");
            published.apply(List.of(live("79300", Instant.now())));
            assertThat(own.next("nav").get("account").asText()).isEqualTo("U1000001");
            say(GatewaySays.status("U1000001", State.DEGRADED, Instant.now()));
            assertThat(other.any().get("state").asText()).isEqualTo("DEGRADED");
        }
    }

    @Test
    void anAlertIsToldWhenItComesAndWhenSomebodyKnows() throws Exception {
        alerted.clear();
        var before = alerted.alert(Kind.EXPIRY_SOON, "U1000001", "expires", 1);
        try (var stream = Stream.open("U1000001");
                var other = Stream.open("U2")) {
            assertThat(stream.next("alert").get("id").asText())
                    .isEqualTo(before.id().toString());
            other.next("status");

            alerted.alert(Kind.ASSIGNMENT, "U1000001", "assigned", 2);
            var told = stream.next("alert");
            assertThat(told.get("title").asText()).isEqualTo("assigned");
            assertThat(told.get("severity").asText()).isEqualTo("WARNING");
            assertThat(told.get("open").asBoolean()).isTrue();

            desk.acknowledge(before.id(), "Ann", null);
            assertThat(stream.next("alert").get("open").asBoolean()).isFalse();
            alerted.alert(Kind.GATEWAY_DOWN, null, "away", 3);
            assertThat(other.next("alert").get("title").asText()).isEqualTo("away");
        } finally {
            alerted.clear();
        }
    }

    @Test
    void silenceIsToldThoughNothingIsStored() throws Exception {
        published.clear();
        say(GatewaySays.status("U1000001", State.CONNECTED, Instant.now().minusSeconds(25)));
        try (var stream = Stream.open("U1000001")) {
            assertThat(stream.next("status").get("silent").asBoolean()).isFalse();
            assertThat(stream.next("status").get("silent").asBoolean()).isTrue();
        }
    }

    @Test
    void theBestValueThereIsCanBeAskedFor() {
        given().get("/nav/current?account=U1000001")
                .then()
                .statusCode(200)
                .body("source", equalTo("OFFICIAL"))
                .body("provisional", equalTo(false))
                .body("date", equalTo("2025-07-18"))
                .body("nav.amount", equalTo("79231.031383276"))
                .body("change.amount", equalTo("-523.779315959"))
                .body("stale", equalTo(true));

        published.apply(List.of(live("79300", Instant.now().minusSeconds(3))));
        given().get("/nav/current")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("account", equalTo("U1000001"))
                .body("source", equalTo("LIVE"))
                .body("provisional", equalTo(true))
                .body("ageSeconds", lessThan(60))
                .body("stale", equalTo(false))
                .body("gateway", equalTo("CONNECTED"))
                .body("nav.amount", equalTo("79300"))
                .body("cash[0].amount.amount", equalTo("500"))
                .body("positions[0].symbol", equalTo("SPY"))
                .body("positions[0].valueInBase.amount", equalTo("24727.5"));
        given().get("/nav/current?account=U9").then().statusCode(404).body("code", equalTo("ACCOUNT_NOT_FOUND"));
    }

    @Test
    void fillsCanBeAskedForByDay() {
        projector.facts(pool, List.of(GatewaySays.fact(fill("asked.1.01.01"))));
        projector.standings(
                pool, List.of(GatewaySays.standing(fill("asked.1.01.01"), 1, FillStanding.Status.CONFIRMED)));
        given().get("/api/live/fills?account=U1000001&date=2025-07-21")
                .then()
                .statusCode(200)
                .body("items.execId", equalTo(List.of("asked.1.01.01")))
                .body("items[0].status", equalTo("CONFIRMED"))
                .body("items[0].time", equalTo("2025-07-21T14:30:00Z"));
        given().get("/api/live/fills?date=2025-07-18").then().body("items", equalTo(List.of()));
        given().get("/api/live/fills?date=soon").then().statusCode(400).body("code", equalTo("BAD_DATE"));
    }

    private static JsonNode next(BlockingQueue<JsonNode> heard, String event) throws InterruptedException {
        while (true) {
            var message = heard.poll(1, TimeUnit.MINUTES);
            assertThat(message).as(event).isNotNull();
            if (message.get("event").asText().equals(event)) {
                return message;
            }
        }
    }

    /** Text of a socket as JSON. */
    private record Listener(BlockingQueue<JsonNode> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(ContractJson.read(text.toString(), JsonNode.class));
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** An open stream of events, read line by line. */
    private static final class Stream implements AutoCloseable {
        private final BlockingQueue<String[]> events = new LinkedBlockingQueue<>();
        private final java.util.stream.Stream<String> lines;
        private final Thread reader;
        private volatile boolean beaten;

        private Stream(java.util.stream.Stream<String> lines) {
            this.lines = lines;
            this.reader = Thread.ofVirtual().start(this::read);
        }

        static Stream open(String account) throws Exception {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + RestAssured.port + "/api/stream?account=" + account))
                    .header("Accept", "text/event-stream")
                    .build();
            var answer = HTTP.send(request, BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            return new Stream(answer.body());
        }

        private void read() {
            var event = new String[2];
            try {
                for (var line : (Iterable<String>) lines::iterator) {
                    if (line.startsWith("event:")) {
                        event[0] = line.substring(6).strip();
                    } else if (line.startsWith("data:")) {
                        event[1] = line.substring(5).strip();
                    } else if (line.startsWith(":")) {
                        beaten = true;
                    } else if (line.isEmpty() && event[0] != null) {
                        events.add(event);
                        event = new String[2];
                    }
                }
            } catch (RuntimeException closed) {
                // The test is over.
            }
        }

        JsonNode next(String name) throws InterruptedException {
            return next(event -> event[0].equals(name), name);
        }

        JsonNode any() throws InterruptedException {
            return next(_ -> true, "anything");
        }

        private JsonNode next(Predicate<String[]> wanted, String what) throws InterruptedException {
            while (true) {
                var event = events.poll(1, TimeUnit.MINUTES);
                assertThat(event).as(what).isNotNull();
                if (wanted.test(event)) {
                    return ContractJson.read(event[1], JsonNode.class);
                }
            }
        }

        boolean heartbeat() throws InterruptedException {
            for (int i = 0; i < 200 && !beaten; i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return beaten;
        }

        @Override
        public void close() {
            lines.close();
            reader.interrupt();
        }
    }
}
