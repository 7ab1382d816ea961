package io.flexledger.ledger.adapter.kafka;

import static io.flexledger.ledger.adapter.kafka.LedgerTopics.account;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.published;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.readable;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.send;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.standings;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.told;
import static io.flexledger.ledger.day.LiveFacts.confirmed;
import static io.flexledger.ledger.day.LiveFacts.provisional;
import static io.flexledger.ledger.day.LiveFacts.readWithTrades;
import static io.flexledger.ledger.day.LiveFacts.takenBack;
import static io.flexledger.ledger.day.LiveFacts.valued;
import static io.flexledger.ledger.day.LiveFacts.withCommission;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.FillStanding.Status;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.LedgerProjector;
import io.flexledger.ledger.adapter.db.AccountTable;
import io.flexledger.ledger.day.Facts;
import io.flexledger.ledger.day.LiveStory;
import io.flexledger.testing.StackResource;
import io.flexledger.transport.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Provisional fills over the real broker and database. */
@QuarkusTest
@WithTestResource(StackResource.class)
class LiveFoldsTest {

    private static final String FRI = "2025-07-11";
    private static final String MON = "2025-07-14";
    private static final String TUE = "2025-07-15";
    private static final Instrument ABC = Facts.stock("ABC");
    private static final Fill FILL = fill(1);

    private final Pool pool;
    private final LedgerProjector projector;
    private final AccountTable accounts;

    @Inject
    LiveFoldsTest(Pool pool, LedgerProjector projector, AccountTable accounts) {
        this.pool = pool;
        this.projector = projector;
        this.accounts = accounts;
    }

    private static Fill fill(int number) {
        return provisional("0000e0d5.69dd7411.%02d.01".formatted(number), MON, MON + "T10:00:00", ABC, "10", "100");
    }

    private static List<CanonicalEvent> statement(String day, CanonicalEvent... events) {
        var statement = new ArrayList<>(List.of(events));
        statement.add(Facts.rate(day, "7.8"));
        statement.add(valued(day));
        statement.add(readWithTrades(day));
        return statement;
    }

    private static final List<CanonicalEvent> FRIDAY =
            statement(FRI, Facts.cash(FRI, "Deposits/Withdrawals", Money.of("1000", "HKD")));

    @Test
    void aFillIsAnEntryInAMomentAndTheStatementsTakesItsPlace() {
        var account = account();
        send(Facts.of(account, FRIDAY));
        published(account);

        send(Facts.of(account, List.of(FILL)));
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> provisionalEntry(account).isPresent());
        assertThat(provisionalEntry(account).orElseThrow().get("caveats").findValuesAsText("code"))
                .containsExactly("PROVISIONAL_FILL", "COMMISSION_PENDING");
        listed(account).body("items.status", contains("BOOKED")).body("items.day", contains(MON));

        var stated = confirmed(FILL, MON, "-1.05");
        send(Facts.of(account, statement(MON, stated)));

        assertThat(published(account).values())
                .filteredOn(node -> node.at("/detail/kind").asText().equals("trade"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get("events").get(0).asText())
                            .isEqualTo(moved(account, stated).id().toString());
                    assertThat(entry.get("caveats")).isEmpty();
                });
        listed(account)
                .body("items.status", contains("CONFIRMED"))
                .body("items.confirmedBy", contains(moved(account, stated).id().toString()));
        given().get("/ledger/events/" + moved(account, FILL).id()).then().statusCode(200);
    }

    @Test
    void theEndDoesNotDependOnTheWay() {
        for (long seed = 1; seed <= 2; seed++) {
            var arrivals = new ArrayList<>(new LiveStory(new Random(seed)).arrivals());
            var inOneGo = account();
            send(Facts.of(inOneGo, arrivals.stream().flatMap(List::stream).toList()));
            var expected = told(inOneGo);

            Collections.shuffle(arrivals, new Random(seed));
            var shuffled = account();
            for (var arrival : arrivals) {
                send(Facts.of(shuffled, arrival));
                published(shuffled);
            }

            assertThat(told(shuffled)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void whatNobodyConfirmsIsListedAndDoesNotCount() {
        var account = account();
        send(Facts.of(account, FRIDAY));
        send(Facts.of(account, List.of(fill(1), fill(2), fill(3))));
        send(Facts.of(account, statement(MON)));
        published(account);
        listed(account)
                .body("items.status", contains("CARRIED", "CARRIED", "CARRIED"))
                .body("items[0].day", equalTo(TUE));

        send(Facts.of(account, statement(TUE)));

        assertThat(Objects.requireNonNull(published(account).get(account + "/2025-07-14/calculated"))
                        .get("caveats")
                        .findValuesAsText("code"))
                .filteredOn("UNCONFIRMED_FILL"::equals)
                .hasSize(3);
        listed(account)
                .body("items.status", contains("UNCONFIRMED", "UNCONFIRMED", "UNCONFIRMED"))
                .body("items[0].name", equalTo("ABC"))
                .body("next", nullValue());
        var first = given().queryParam("account", account.value())
                .queryParam("limit", 2)
                .get("/ledger/provisional-fills")
                .jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        var second = given().queryParam("account", account.value())
                .queryParam("limit", 2)
                .queryParam("cursor", first.getString("next"))
                .get("/ledger/provisional-fills")
                .jsonPath();
        assertThat(second.getList("items.event")).hasSize(1).doesNotContainAnyElementsOf(first.getList("items.event"));
        given().queryParam("cursor", "x")
                .get("/ledger/provisional-fills")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PAGINATION"));
    }

    @Test
    void aFillWithoutARateIsNamedAndHoldsNothingUp() {
        var account = account();
        var swiss =
                new Instrument(ABC.id(), "NESN", null, "STK", CurrencyCode.of("CHF"), BigDecimal.ONE, null, Map.of());
        send(Facts.of(account, FRIDAY));
        send(Facts.of(account, List.of(provisional("1.2.3.01", MON, MON + "T10:00:00", swiss, "10", "100"))));
        published(account);

        listed(account)
                .body("items.status", contains("BOOKED"))
                .body("items[0].leftOut", containsString("no rate from CHF to HKD"));
        given().get("/ledger/accounts")
                .then()
                .body("find { it.account == '%s' }.held".formatted(account), nullValue())
                .body("find { it.account == '%s' }.liveFrom".formatted(account), nullValue());
    }

    /** Monday's fill is left out; a fill of Tuesday makes Tuesday fold again, and Monday stays as it is. */
    @Test
    void whatIsLeftOutStaysNamedWhenALaterDayIsFolded() {
        var account = account();
        var swiss =
                new Instrument(ABC.id(), "NESN", null, "STK", CurrencyCode.of("CHF"), BigDecimal.ONE, null, Map.of());
        send(Facts.of(account, FRIDAY));
        send(Facts.of(account, List.of(provisional("1.2.3.01", MON, MON + "T10:00:00", swiss, "10", "100"))));
        published(account);

        send(Facts.of(account, List.of(provisional("1.2.4.01", TUE, TUE + "T10:00:00", ABC, "10", "100"))));
        published(account);

        listed(account)
                .body("items.reportDate", contains(TUE, MON))
                .body("items.status", contains("BOOKED", "BOOKED"))
                .body("items[0].leftOut", nullValue())
                .body("items[1].leftOut", containsString("no rate from CHF to HKD"));
    }

    /** Statements that do not name executions come before, between and after what the gateway tells. */
    @Test
    void aStatementWithoutExecutionIdsDoesNotDouble() {
        var account = account();
        var monday = confirmed(fill(1), null, MON, "-1.05");
        var tuesday = confirmed(fill(2), null, TUE, "-1.05");
        send(Facts.of(account, FRIDAY));
        send(Facts.of(account, List.of(fill(2))));
        published(account);
        send(Facts.of(account, statement(MON, monday)));
        published(account);
        send(Facts.of(account, statement(TUE, tuesday)));
        send(Facts.of(account, List.of(fill(1))));
        published(account);

        listed(account).body("items.status", contains("CONFIRMED", "CONFIRMED"));
        assertThat(published(account).values())
                .filteredOn(node -> node.at("/detail/kind").asText().equals("trade"))
                .hasSize(2);
    }

    @Test
    void whatIsTakenBackIsListedAndDoesNotCountUntilItIsToldAgain() {
        var account = account();
        send(Facts.of(account, FRIDAY));
        send(Facts.of(account, List.of(FILL)));
        published(account);
        send(Facts.of(account, List.of(takenBack(FILL))));
        published(account);
        listed(account).body("items.status", contains("TAKEN_BACK"));
        assertThat(provisionalEntry(account)).isEmpty();

        send(Facts.of(account, List.of(withCommission(takenBack(FILL), "-1"))));
        published(account);

        listed(account).body("items.status", contains("BOOKED"));
        assertThat(provisionalEntry(account)).isPresent();
    }

    /** Two fills of Monday: one is confirmed by its look and then by name, the other is carried and then in no statement. */
    @Test
    void whereAFillStandsIsToldWhenItChangesAndOnlyThen() {
        var account = account();
        var other = provisional("0000e0d5.69dd7411.02.01", MON, MON + "T10:00:00", ABC, "10", "101");
        var nameless = confirmed(FILL, null, MON, "-1.05");
        send(Facts.of(account, FRIDAY));
        send(Facts.of(account, List.of(FILL)));
        published(account);
        send(Facts.of(account, List.of(other)));
        published(account);
        send(Facts.of(account, statement(MON, nameless)));
        published(account);
        send(Facts.of(account, statement(TUE)));

        var told = standings(account);
        assertThat(told)
                .filteredOn(FillStanding::event, moved(account, FILL).id())
                .extracting(FillStanding::status, FillStanding::day, FillStanding::confirmedBy)
                .containsExactly(
                        tuple(Status.BOOKED, LocalDate.parse(MON), null),
                        tuple(Status.CONFIRMED, null, moved(account, nameless).id()));
        assertThat(told)
                .filteredOn(FillStanding::event, moved(account, other).id())
                .isSortedAccordingTo(Comparator.comparingLong(FillStanding::version))
                .allSatisfy(standing -> assertThat(standing.reportDate()).isEqualTo(MON))
                .extracting(FillStanding::status, FillStanding::day)
                .containsExactly(
                        tuple(Status.BOOKED, LocalDate.parse(MON)),
                        tuple(Status.CARRIED, LocalDate.parse(TUE)),
                        tuple(Status.UNCONFIRMED, null));
    }

    /** As fills are found that were placed before their places were told. */
    @Test
    void aPlaceThatWasNeverToldIsToldThoughItIsAsItWas() {
        var account = account();
        var stated = confirmed(FILL, MON, "-1.05");
        send(Facts.of(account, FRIDAY));
        send(Facts.of(account, List.of(FILL)));
        send(Facts.of(account, statement(MON, stated)));
        int before = standings(account).size();

        pool.query("update provisional_fill set settled = false, told = null where account = '" + account + "'")
                .executeAndAwait();
        accounts.live(pool, account, LocalDate.parse(MON));

        assertThat(standings(account))
                .hasSize(before + 1)
                .last()
                .extracting(FillStanding::status, FillStanding::confirmedBy)
                .containsExactly(Status.CONFIRMED, moved(account, stated).id());
    }

    /** As after a crash between the batch and the fold. */
    @Test
    void whatIsLeftToDoIsInTheDatabase() {
        var account = account();

        Transactions.run(pool, tx -> projector.apply(tx, Facts.of(account, FRIDAY)));
        Transactions.run(pool, tx -> projector.apply(tx, Facts.of(account, List.of(FILL))));

        await().until(() -> provisionalEntry(account).isPresent());
    }

    @Test
    void whoeverFoldsAnAccountKeepsTheOthersOut() {
        var account = account();
        accounts.lock(pool, new TreeSet<>(List.of(account)));
        Transactions.run(pool, first -> {
            // Seen by this transaction alone, so the loop has no part in it.
            accounts.live(first, account, LocalDate.parse(MON));
            assertThat(accounts.tryLive(first, account)).isTrue();
            Transactions.run(
                    pool,
                    second -> assertThat(accounts.tryLive(second, account)).isFalse());
            first.query("update account set live_from = null where account = '" + account + "'")
                    .executeAndAwait();
        });
    }

    private static CanonicalEvent moved(AccountId account, CanonicalEvent event) {
        return Facts.of(account, List.of(event)).getFirst();
    }

    private static Optional<ObjectNode> provisionalEntry(AccountId account) {
        EventId fill = moved(account, FILL).id();
        return readable(account).values().stream()
                .filter(node ->
                        node.has("postings") && node.get("events").toString().contains(fill.toString()))
                .findFirst();
    }

    private static ValidatableResponse listed(AccountId account) {
        return given().queryParam("account", account.value())
                .get("/ledger/provisional-fills")
                .then()
                .statusCode(200);
    }
}
