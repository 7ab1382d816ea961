package io.flexledger.ledger.lot;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The vocabulary of lot tests: fills in, lots and results out. All amounts are USD. */
final class LotScenario {

    private static final InstrumentId SPY = InstrumentId.conid("756733");
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    private LotBook book = LotBook.empty(SPY);
    private final List<Disposal> disposals = new ArrayList<>();

    static LotScenario given(Execution... executions) {
        var scenario = new LotScenario();
        for (var execution : executions) {
            scenario.when(execution);
        }
        scenario.disposals.clear();
        return scenario;
    }

    LotScenario when(Execution execution) {
        var match = book.match(execution);
        book = match.book();
        disposals.addAll(match.disposals());
        return this;
    }

    LotScenario whenDelivered(Execution execution) {
        var match = book.deliver(execution);
        book = match.book();
        disposals.addAll(match.disposals());
        return this;
    }

    /** Quantity and basis of each open lot, as {@code 6 @ 600.6}. */
    LotScenario thenLots(String... expected) {
        assertThat(book.lots())
                .extracting(lot -> lot.quantity() + " @ " + lot.basis().amount().toPlainString())
                .containsExactly(expected);
        return this;
    }

    /** The broker's result of each disposal. */
    LotScenario thenRealized(String... expected) {
        assertThat(disposals).extracting(d -> d.realizedBroker().amount()).containsExactly(amounts(expected));
        return this;
    }

    LotScenario thenRealizedInAll(String expected) {
        var sum = disposals.stream().map(Disposal::realizedBroker).reduce(Money.of("0", "USD"), Money::plus);
        assertThat(sum.amount()).isEqualTo(new BigDecimal(expected));
        return this;
    }

    /** The result before commission. */
    LotScenario thenGross(String... expected) {
        assertThat(disposals).extracting(d -> d.realizedEconomic().amount()).containsExactly(amounts(expected));
        return this;
    }

    /** What the open lots would bring at a mark, less their basis. */
    LotScenario thenUnrealized(String mark, String expected) {
        var value = book.markedAt(Money.of(mark, "USD")).lots().stream()
                .map(lot -> lot.value().minus(lot.basis()))
                .reduce(Money.of("0", "USD"), Money::plus);
        assertThat(value.amount()).isEqualByComparingTo(expected);
        return this;
    }

    List<Lot> lots() {
        return book.lots();
    }

    static Execution buy(String quantity, String price, String fee) {
        return execution(quantity, price, fee, "1", false);
    }

    static Execution sell(String quantity, String price, String fee) {
        return execution("-" + quantity, price, fee, "1", false);
    }

    static Execution contracts(String quantity, String price, String fee) {
        return execution(quantity, price, fee, "100", false);
    }

    static Execution closing(String quantity, String price, String statedCost) {
        var e = execution(quantity, price, "0", "100", true);
        return new Execution(
                e.event(),
                e.at(),
                e.on(),
                e.quantity(),
                e.price(),
                e.multiplier(),
                e.charges(),
                e.premium(),
                true,
                Money.of(statedCost, "USD"),
                null);
    }

    static Execution cancelling(Execution original, String feeReturned) {
        var e = execution(
                original.quantity().negated().toString(),
                original.price().amount().toPlainString(),
                "-" + feeReturned,
                "1",
                false);
        return new Execution(
                e.event(),
                e.at(),
                e.on(),
                e.quantity(),
                e.price(),
                e.multiplier(),
                e.charges(),
                e.premium(),
                false,
                null,
                original.event());
    }

    private static int count;

    private static Execution execution(
            String quantity, String price, String fee, String multiplier, boolean closesOnly) {
        count++;
        return new Execution(
                EventId.of(AccountId.of("U1"), "fill", Integer.toString(count)),
                Instant.EPOCH.plusSeconds(count),
                DAY,
                Quantity.of(quantity),
                Money.of(price, "USD"),
                new BigDecimal(multiplier),
                Money.of(fee, "USD").negated(),
                Money.of("0", "USD"),
                closesOnly,
                null,
                null);
    }

    private static BigDecimal[] amounts(String... texts) {
        var amounts = new BigDecimal[texts.length];
        for (int i = 0; i < texts.length; i++) {
            amounts[i] = new BigDecimal(texts[i]);
        }
        return amounts;
    }
}
