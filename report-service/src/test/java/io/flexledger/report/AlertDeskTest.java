package io.flexledger.report;

import static io.flexledger.report.day.GoldenDays.SPY;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.fetch.FetchRun.Failure;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.report.adapter.db.FetchRunTable;
import io.flexledger.report.alert.AlertSearch;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.Market;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.testing.StackResource;
import io.flexledger.transport.Lease;
import io.flexledger.transport.Outbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what is stored to alerts on their topic and back, over a real database and a real broker. */
@QuarkusTest
@WithTestResource(StackResource.class)
class AlertDeskTest {

    private static final AlertSearch ALL = new AlertSearch(null, null, null);

    private final Pool pool;
    private final Published published;
    private final LiveProjector live;
    private final FetchRunTable runs;
    private final AlertRounds rounds;
    private final AlertDesk desk;
    private final Outbox outbox;
    private final KafkaClientService clients;

    @Inject
    AlertDeskTest(
            Pool pool,
            ReportProjector reports,
            LiveProjector live,
            FetchRunTable runs,
            AlertRounds rounds,
            AlertDesk desk,
            Outbox outbox,
            KafkaClientService clients) {
        this.pool = pool;
        this.published = new Published(pool, reports);
        this.live = live;
        this.runs = runs;
        this.rounds = rounds;
        this.desk = desk;
        this.outbox = outbox;
        this.clients = clients;
    }

    @BeforeEach
    void nothing() {
        published.clear();
        pool.query("truncate fetch_run").executeAndAwait();
        look(); // what earlier tests left is over,
        await().until(() -> outbox.pending() == 0);
        look(); // and back from the topic
        pool.query("truncate alert, alert_delivery").executeAndAwait();
    }

    @AfterEach
    void nothingIsLeft() {
        published.clear();
        pool.query("truncate alert, alert_delivery, fetch_run").executeAndAwait();
    }

    /** An account of its own for each test: its alerts stay on the topic. */
    private static String newAccount() {
        return "A" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void assigned(String account, LocalDate date) {
        var day = DayScenario.on(account, date.toString());
        var put = Market.option("9", "SPY", "626", Right.PUT, date.toString());
        published.apply(Published.projections(day.assignment(
                        date + "T16:20:00",
                        day.leg("1", put, "2", "0", "0", rate("7.8"), true, "0"),
                        day.leg("2", Market.share("SPY"), "200", "626", "0", rate("7.8"), false, "0"),
                        "0")
                .day()));
    }

    private static LocalDate yesterday() {
        return LocalDate.now(Market.NEW_YORK).minusDays(1);
    }

    private void run(String account, long version, @Nullable Failure failure) {
        var now = Instant.now();
        runs.save(
                pool,
                List.of(new FetchRun(
                        AccountId.of(account), "daily", version, version, now.minusSeconds(5), now, failure)));
    }

    private void look() {
        await().until(rounds::round);
    }

    private List<Alert> alerts() {
        return desk.list(ALL, 100).stream().map(AlertDesk.Shown::alert).toList();
    }

    private long deliveries() {
        return pool.query("select count(distinct alert) from alert_delivery")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void whatHappenedIsToldOnce() {
        var account = newAccount();
        assigned(account, yesterday());
        look();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.ASSIGNMENT);
            assertThat(alert.account()).isEqualTo(AccountId.of(account));
            assertThat(alert.version()).isEqualTo(1);
        });
        assertThat(deliveries()).isEqualTo(1);

        look();
        assertThat(alerts())
                .hasSize(1)
                .allSatisfy(alert -> assertThat(alert.version()).isEqualTo(1));
        assertThat(desk.open(AccountId.of(account))).isEqualTo(1);
        assertThat(desk.open(AccountId.of("another"))).isZero();
    }

    @Test
    void whatHappenedLongAgoIsNot() {
        published.apply(Published.goldenDays());
        assigned(newAccount(), yesterday().minusDays(7));
        look();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void whatLastsEndsAndGoesOn() {
        var account = newAccount();
        var refused = new Failure("FLEX_TOKEN", "The token is refused.", "Renew it.", false);
        run(account, 1, refused);
        look();
        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.isOpen()).isTrue());

        run(account, 2, null);
        look();
        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.endedAt()).isNotNull());

        run(account, 3, refused);
        look();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.endedAt()).isNull();
            assertThat(alert.version()).isEqualTo(3);
        });
        assertThat(deliveries()).isEqualTo(1);
    }

    /** A statement that names no execution may confirm a fill: that is the ledger's to say, and no count of days is. */
    @Test
    void aFillIsInNoStatementWhenTheLedgerSaysSo() {
        var account = newAccount();
        var day = yesterday();
        var fill = GatewaySays.fill(
                account,
                "desk.1.01.01",
                day.atTime(10, 0).atZone(Market.NEW_YORK).toInstant(),
                SPY,
                "5",
                "630");
        live.facts(pool, List.of(GatewaySays.fact(fill)));
        for (var official : List.of(day, day.plusDays(1))) {
            published.apply(Published.projections(DayScenario.on(account, official.toString())
                    .official("1", "1", Map.of(), Map.of())
                    .day()));
        }
        live.standings(pool, List.of(GatewaySays.standing(fill, 1, FillStanding.Status.CONFIRMED)));
        look();
        assertThat(alerts()).extracting(Alert::kind).doesNotContain(Kind.UNCONFIRMED_FILLS);

        live.standings(pool, List.of(GatewaySays.standing(fill, 2, FillStanding.Status.UNCONFIRMED)));
        look();
        assertThat(alerts())
                .filteredOn(alert -> alert.kind() == Kind.UNCONFIRMED_FILLS)
                .singleElement()
                .satisfies(alert -> assertThat(alert.title())
                        .isEqualTo("A fill of " + day + " in " + account + " is in no statement"));

        live.standings(pool, List.of(GatewaySays.standing(fill, 3, FillStanding.Status.CONFIRMED)));
        look();
        assertThat(alerts())
                .filteredOn(alert -> alert.kind() == Kind.UNCONFIRMED_FILLS)
                .allSatisfy(alert -> assertThat(alert.endedAt()).isNotNull());
    }

    @Test
    void isAcknowledgedOnce() {
        assigned(newAccount(), yesterday());
        look();
        var id = alerts().getFirst().id();

        desk.acknowledge(id, "Ann", "seen");
        var second = desk.acknowledge(id, "Bob", null).orElseThrow().alert();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.acknowledged()).satisfies(said -> {
            assertThat(said.by()).isEqualTo("Ann");
            assertThat(said.note()).isEqualTo("seen");
        });
        assertThat(desk.acknowledge(UUID.randomUUID(), null, null)).isEmpty();
    }

    @Test
    void aNewSchemaReadsBackWhatWasToldBeforeItLooks() throws Exception {
        assigned(newAccount(), yesterday());
        look();
        var id = alerts().getFirst().id();
        var told = desk.acknowledge(id, "Ann", null).orElseThrow().alert();
        await().until(() -> outbox.pending() == 0);
        look(); // its own words are read back, so none of them comes after the schema is new

        pool.query("truncate alert, alert_delivery").executeAndAwait();
        pool.query("delete from consumed where topic = 'alert'").executeAndAwait();
        assertThat(rounds.round()).isFalse();
        assertThat(alerts()).isEmpty();

        clients.getConsumer("alert")
                .runOnPollingThread(consumer -> {
                    consumer.seekToBeginning(consumer.assignment());
                })
                .await()
                .indefinitely();
        look();
        assertThat(desk.find(id).map(AlertDesk.Shown::alert)).contains(told);
        assertThat(deliveries()).isZero();
    }

    @Test
    void nothingIsJudgedWhileRecordsAreUnread() throws Exception {
        assigned(newAccount(), yesterday());
        look();
        await().until(() -> outbox.pending() == 0);
        look(); // its own word is back, so there is something on the topic

        assigned(newAccount(), yesterday());
        var partition = pool.query("""
                update consumed set next_offset = next_offset - 1
                 where topic = 'alert' and partition = (select partition from consumed
                        where topic = 'alert' and next_offset > 0 order by next_offset desc, partition limit 1)
                returning partition
                """).executeAndAwait().iterator().next().getInteger(0);
        assertThat(rounds.round()).isFalse();
        assertThat(alerts()).hasSize(1);

        pool.query("update consumed set next_offset = next_offset + 1 where topic = 'alert' and partition = "
                        + partition)
                .executeAndAwait();
        look();
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void areCounted() throws Exception {
        assigned(newAccount(), yesterday());
        await().untilAsserted(() -> {
            rounds.look();
            assertThat(given().get("/metrics").asString())
                    .contains("ledger_alerts_open{kind=\"assignment\"} 1.0")
                    .containsPattern("ledger_alerts_raised_total\\{kind=\"assignment\"\\} [1-9]");
        });
    }

    @Test
    void anotherReplicaStandsBy() {
        look();
        try (var wanted = Lease.open(pool, "alerts")) {
            assertThat(wanted.acquire()).isFalse();
        }
    }
}
