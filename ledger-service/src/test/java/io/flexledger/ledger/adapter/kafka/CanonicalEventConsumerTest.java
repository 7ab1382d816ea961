package io.flexledger.ledger.adapter.kafka;

import static io.flexledger.ledger.adapter.kafka.LedgerTopics.account;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.published;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.send;
import static io.flexledger.ledger.adapter.kafka.LedgerTopics.told;
import static io.flexledger.ledger.day.Facts.statementRead;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.day.Facts;
import io.flexledger.ledger.day.GoldenDays;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class CanonicalEventConsumerTest {

    private static final List<CanonicalEvent> THURSDAY = with(GoldenDays.THURSDAY, GoldenDays.BEFORE, "2025-07-17");
    private static final List<CanonicalEvent> FRIDAY = with(GoldenDays.FRIDAY, null, "2025-07-18");

    private final Pool pool;

    @Inject
    CanonicalEventConsumerTest(Pool pool) {
        this.pool = pool;
    }

    private static List<CanonicalEvent> with(List<CanonicalEvent> events, @Nullable CanonicalEvent first, String day) {
        var all = new ArrayList<CanonicalEvent>();
        if (first != null) {
            all.add(first);
        }
        all.addAll(events);
        all.add(statementRead(day));
        return all;
    }

    @Test
    void foldsAStatementOnceItIsReadToItsEnd() {
        var account = account();

        send(Facts.of(account, THURSDAY));
        var published = published(account);

        assertThat(published.keySet()).contains(account + "/2025-07-17/official", account + "/2025-07-17/calculated");
        assertThat(Objects.requireNonNull(published.get(account + "/2025-07-17/calculated"))
                        .at("/total/amount")
                        .asText())
                .startsWith("79754.8106992");
        assertThat(published.values()).filteredOn(node -> node.has("postings")).hasSize(11);
    }

    @Test
    void postingsSumToZeroInTheDatabaseToo() {
        var account = account();

        send(Facts.of(account, THURSDAY));
        published(account);
        var unbalanced = pool.preparedQuery("""
            select entry_id, commodity from posting where account = $1
             group by entry_id, commodity having sum(amount) <> 0
            """).executeAndAwait(Tuple.of(account.value()));

        assertThat(unbalanced.size()).isZero();
    }

    @Test
    void anAccountWhoseFactsContradictOneAnotherWaitsAsItWasAndOthersGoOn() {
        var account = account();
        var other = account();
        send(Facts.of(account, THURSDAY));
        var before = published(account);
        var later = Facts.nav("2025-07-18", "", Map.of());
        var inAnotherBase =
                new NavStated(later.fact(), Facts.USD, Money.of("10149.69", "USD"), Collections.emptySortedMap());

        send(Facts.of(account, List.of(inAnotherBase, statementRead("2025-07-18"))));
        send(Facts.of(other, THURSDAY));

        assertThat(published(account)).isEqualTo(before);
        assertThat(published(other)).hasSameSizeAs(before);
        given().get("/ledger/accounts")
                .then()
                .body("find { it.account == '%s' }.held".formatted(account), containsString("cannot be folded"))
                .body("find { it.account == '%s' }.held".formatted(other), nullValue());
    }

    @Test
    void aLaterReadingOfTheSameStatementReplacesWhatTheFirstSaid() {
        var account = account();
        var deposit = Facts.cash("2025-07-14", "Deposits/Withdrawals", Money.of("100", "HKD"));
        var misread = new CashFlow(
                deposit.fact(), null, deposit.cashType(), Money.of("1", "HKD"), null, null, null, null, null);

        send(Facts.of(account, List.of(misread, statementRead("2025-07-14"))));
        published(account);
        send(Facts.of(account, List.of(deposit, statementRead("2025-07-14"))));

        assertThat(Objects.requireNonNull(published(account).get(account + "/2025-07-14/calculated"))
                        .at("/total/amount")
                        .asText())
                .isEqualTo("100");
    }

    @Test
    void aRateFromACurrencyToItselfShowsTheBase() {
        var account = account();
        var deposit = Facts.cash("2025-07-14", "Deposits/Withdrawals", Money.of("100", "EUR"));
        var shown = new CashFlow(
                deposit.fact(),
                null,
                deposit.cashType(),
                deposit.amount(),
                new FxRate(CurrencyCode.of("EUR"), CurrencyCode.of("EUR"), BigDecimal.ONE, FxRate.Source.ROW),
                null,
                null,
                null,
                null);

        send(Facts.of(account, List.of(shown, statementRead("2025-07-14"))));

        assertThat(Objects.requireNonNull(published(account).get(account + "/2025-07-14/calculated"))
                        .at("/total/currency")
                        .asText())
                .isEqualTo("EUR");
    }

    @Test
    void aStatementReadTwicePublishesNothingNew() {
        var account = account();
        send(Facts.of(account, THURSDAY));
        var once = published(account);

        send(Facts.of(account, THURSDAY));

        assertThat(published(account)).isEqualTo(once);
    }

    @Test
    void theDaysMayArriveInAnyOrder() {
        var inOrder = account();
        var reversed = account();

        send(Facts.of(inOrder, THURSDAY));
        send(Facts.of(inOrder, FRIDAY));
        send(Facts.of(reversed, FRIDAY));
        send(Facts.of(reversed, THURSDAY));

        assertThat(told(reversed)).containsExactlyInAnyOrderElementsOf(told(inOrder));
    }

    @Test
    void anEntryIsTraceableToItsEvents() {
        var account = account();
        send(Facts.of(account, FRIDAY));
        var entry = published(account).values().stream()
                .filter(node -> node.at("/detail/kind").asText().equals("delivery"))
                .findFirst()
                .orElseThrow();

        given().get("/ledger/entries/" + entry.get("id").asText()).then().statusCode(200);
        for (var event : entry.get("events")) {
            given().get("/ledger/events/" + event.asText()).then().statusCode(200);
        }
        given().get("/ledger/entries/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("ENTRY_NOT_FOUND"));
    }
}
