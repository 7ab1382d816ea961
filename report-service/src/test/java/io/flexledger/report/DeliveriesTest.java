package io.flexledger.report;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.flexledger.report.adapter.channel.Receiver;
import io.flexledger.report.adapter.channel.Receivers;
import io.flexledger.report.adapter.db.DeliveryTable;
import io.flexledger.report.delivery.Channel;
import io.flexledger.report.delivery.Delivery;
import io.flexledger.report.delivery.Delivery.State;
import io.flexledger.report.delivery.Hmac;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Outcome;
import io.flexledger.report.delivery.Raised;
import io.flexledger.testing.StackResource;
import io.flexledger.transport.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the row to a mail server and a webhook's receiver, and what becomes of it when they do not take it. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(Receivers.class)
class DeliveriesTest {

    private final Pool pool;
    private final Deliveries deliveries;
    private final DeliveryRounds rounds;
    private final DeliveryTable table;
    private final Receiver webhook = Receivers.webhook();
    private final UUID alert = UUID.randomUUID();
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Lines handler = new Lines(lines);
    private Instant now = Instant.now();

    @Inject
    DeliveriesTest(Pool pool, Deliveries deliveries, DeliveryRounds rounds, DeliveryTable table) {
        this.pool = pool;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.table = table;
    }

    @BeforeEach
    void nothing() {
        pool.query("truncate alert_delivery").executeAndAwait();
        handler.listen();
    }

    @AfterEach
    void noLineHasASecret() {
        handler.close();
        webhook.speak();
        assertThat(lines)
                .noneMatch(line -> line.contains(Receivers.PASSWORD))
                .noneMatch(line -> line.contains(Receivers.PATH))
                .noneMatch(line -> line.contains(Receivers.SECRET.substring(6)))
                .noneMatch(line -> line.contains("SPY"));
    }

    @Test
    void everyChannelTells() throws Exception {
        raise(alert);
        rounds.round();

        await().until(() -> states(alert).equals(Map.of("log", "SENT", "mail", "SENT", "webhook", "SENT")));
        assertThat(lines).contains("Alert: kind=ASSIGNMENT severity=WARNING account=U1000001 alert=" + alert);
        var mail = mail();
        assertThat(mail.getSubject()).isEqualTo("[Flexledger] WARNING: SPY 622P was assigned");
        assertThat(mail.getFrom()[0]).hasToString("Flexledger <ledger@example.org>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(Receivers.TO);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + alert + "@flexledger>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent().toString())
                .contains("2 contracts of SPY 622P were assigned at 622.00.")
                .contains("https://ledger.example.org/days/2025-07-18?account=U1000001");
        var got = webhook.got(alert.toString());
        assertThat(got).hasSize(1);
        assertThat(got.getFirst().path()).isEqualTo(Receivers.PATH);
        assertThat(got.getFirst().header("webhook-signature"))
                .isEqualTo(Hmac.signature(
                        Receivers.SECRET,
                        alert.toString(),
                        got.getFirst().header("webhook-timestamp"),
                        got.getFirst().body()));
    }

    @Test
    void anAlertIsAddedOnce() {
        raise(alert);
        run("webhook");
        raise(alert);
        run("webhook");

        assertThat(webhook.got(alert.toString())).hasSize(1);
    }

    @Test
    void whatFailsIsTriedAgainUntilItIsTaken() {
        webhook.answer(500, 302);
        raise(alert);

        run("webhook");
        assertThat(delivery("webhook"))
                .isEqualTo(new Delivery(alert, "webhook", State.PENDING, 1, later("10s"), "answered 500", null));
        run("webhook");
        assertThat(webhook.got(alert.toString())).hasSize(1);

        now = later("10s");
        run("webhook");
        assertThat(delivery("webhook").error()).isEqualTo("answered 302, and redirects are not followed");
        assertThat(delivery("webhook").nextAt()).isEqualTo(later("30s"));

        now = later("30s");
        run("webhook");
        assertThat(delivery("webhook")).isEqualTo(new Delivery(alert, "webhook", State.SENT, 3, null, null, now));
        assertThat(webhook.got(alert.toString()))
                .hasSize(3)
                .allSatisfy(got -> assertThat(got.body())
                        .isEqualTo(webhook.got(alert.toString()).getFirst().body()));
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() {
        webhook.answer(410);
        raise(alert);
        run("webhook");

        assertThat(delivery("webhook"))
                .isEqualTo(new Delivery(
                        alert, "webhook", State.GIVEN_UP, 1, null, "answered 410: the receiver wants no more", null));
        assertThat(lines)
                .contains("Alert given up: channel=webhook alert=" + alert
                        + " attempts=1 error=answered 410: the receiver wants no more");
        assertThat(given().get("/metrics").asString())
                .containsPattern("ledger_alert_deliveries_total\\{channel=\"webhook\",outcome=\"given_up\".*} [1-9]")
                .contains("ledger_alert_deliveries_pending");
    }

    @Test
    void afterADayItIsGivenUp() {
        webhook.answer(500);
        raise(alert);
        now = later("23h30m");
        run("webhook");

        assertThat(delivery("webhook").state()).isEqualTo(State.PENDING);
        webhook.answer(500);
        now = later("29m51s");
        run("webhook");

        assertThat(delivery("webhook").state()).isEqualTo(State.GIVEN_UP);
        assertThat(delivery("webhook").error()).isEqualTo("answered 500");
    }

    @Test
    void anAttemptCutShortIsRepeatedAsTheSameMessage() {
        raise(alert);
        var claim = table.claim(pool, "webhook", now, Duration.ofSeconds(47)).orElseThrow();
        assertThat(channel("webhook").send(new Message.Raised(claim.alert()))).isEqualTo(new Outcome.Sent());
        // The process is killed here: nothing was noted.

        run("webhook");
        assertThat(webhook.got(alert.toString())).hasSize(1);
        now = later("47s");
        run("webhook");

        var got = webhook.got(alert.toString());
        assertThat(got).hasSize(2);
        assertThat(got.getLast().body()).isEqualTo(got.getFirst().body());
        assertThat(delivery("webhook")).isEqualTo(new Delivery(alert, "webhook", State.SENT, 2, null, null, now));
    }

    @Test
    void twoReplicasShareTheWork() {
        var all = IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
        all.forEach(this::raise);

        var replicas = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> run("webhook")))
                .toList();
        replicas.forEach(CompletableFuture::join);

        assertThat(all).allSatisfy(id -> assertThat(webhook.got(id.toString())).hasSize(1));
        assertThat(table.of(pool, all).values())
                .allSatisfy(of -> assertThat(of)
                        .filteredOn(delivery -> delivery.channel().equals("webhook"))
                        .extracting(Delivery::state)
                        .containsExactly(State.SENT));
    }

    @Test
    void aSlowChannelKeepsNoOtherWaiting() {
        var later = UUID.randomUUID();
        webhook.fallSilent();
        raise(alert);
        rounds.round();
        await().until(() -> webhook.got(alert.toString()).size() == 1);
        raise(later);
        rounds.round();

        for (var id : List.of(alert, later)) {
            await().until(() -> states(id).equals(Map.of("log", "SENT", "mail", "SENT", "webhook", "PENDING")));
        }
        assertThat(delivery("webhook").attempts()).isEqualTo(1);
        assertThat(delivery("webhook").error()).isNull();

        webhook.speak();
        await().until(() -> "SENT".equals(states(later).get("webhook")));
        assertThat(webhook.got(alert.toString())).hasSize(1);
    }

    @Test
    void whatAChannelLeavesWhenItIsSwitchedOffIsGivenUp() {
        pool.query("insert into alert_delivery (alert, channel, state, added_at, next_at, message) values ('" + alert
                        + "', 'pigeon', 'PENDING', now() - interval '25h', now() - interval '25h', '{}'), ('"
                        + UUID.randomUUID() + "', 'pigeon', 'PENDING', now(), now(), '{}')")
                .executeAndAwait();
        deliveries.sweep(now);

        assertThat(delivery("pigeon"))
                .isEqualTo(new Delivery(alert, "pigeon", State.GIVEN_UP, 0, null, "the channel is switched off", null));
        assertThat(table.pending(pool)).isEqualTo(1);
    }

    @Test
    void aTestGoesByEveryChannelAndNotTwiceInARow() {
        given().header("Sec-Fetch-Site", "cross-site")
                .post("/api/alerts/test")
                .then()
                .statusCode(403)
                .body("code", equalTo("FOREIGN_PAGE"));
        webhook.answer(503);

        given().post("/api/alerts/test")
                .then()
                .statusCode(200)
                .body("channels.channel", equalTo(List.of("log", "mail", "webhook")))
                .body("channels.outcome", equalTo(List.of("SENT", "SENT", "FAILED")))
                .body("channels[2].error", equalTo("answered 503"));
        assertThat(webhook.got().getLast().body()).contains("\"type\":\"alert.test\"");

        var refused = given().post("/api/alerts/test").then().statusCode(429).body("code", equalTo("TOO_SOON"));
        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 10);
    }

    private void raise(UUID id) {
        Transactions.run(pool, tx -> deliveries.add(tx, Raised.assignment(id)));
        now = pool.query("select max(added_at) as added from alert_delivery")
                .executeAndAwait()
                .iterator()
                .next()
                .getOffsetDateTime("added")
                .toInstant();
    }

    /** All that is due, as one replica would. */
    private void run(String channel) {
        boolean more = true;
        while (more) {
            more = deliveries.next(channel(channel), () -> now);
        }
    }

    private Channel channel(String name) {
        return deliveries.channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Delivery delivery(String channel) {
        return table.of(pool, List.of(alert)).getOrDefault(alert, List.of()).stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> states(UUID id) {
        var states = new TreeMap<String, String>();
        table.of(pool, List.of(id))
                .getOrDefault(id, List.of())
                .forEach(delivery ->
                        states.put(delivery.channel(), delivery.state().name()));
        return states;
    }

    private MimeMessage mail() {
        for (var mail : Receivers.mail().getReceivedMessages()) {
            try {
                if (mail.getMessageID().contains(alert.toString())) {
                    return mail;
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("no mail of " + alert);
    }

    private Instant later(String duration) {
        return now.plus(Duration.parse("PT" + duration.toUpperCase(Locale.ROOT)));
    }
}
