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
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Laws that hold for every history of fills. A failure names its seed: {@code -Dledger.seed=...} repeats it alone. */
class LotBookPropertyTest {

    private static final int HISTORIES = Integer.getInteger("ledger.histories", 100_000);
    private static final InstrumentId ID = InstrumentId.conid("1");
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-20");
    private static final Money ZERO = Money.of("0", "USD");

    @Test
    void fifoAgreesWithAUnitByUnitOracleAndConservesUnitsCostAndCash() {
        var only = Long.getLong("ledger.seed");
        if (only != null) {
            check(only);
            return;
        }
        var seeds = new SplittableRandom(20250717);
        for (int i = 0; i < HISTORIES; i++) {
            check(seeds.nextLong());
        }
        System.out.printf("%,d random histories of fills: first in, first out agrees with the oracle%n", HISTORIES);
    }

    private static void check(long seed) {
        var history = history(new SplittableRandom(seed));
        var book = LotBook.empty(ID);
        var oracle = new Oracle();
        var units = Quantity.ZERO;
        var cash = ZERO;
        var realized = ZERO;
        for (var execution : history) {
            var match = book.match(execution);
            book = match.book();
            units = units.plus(execution.quantity());
            cash = cash.minus(execution.worth(execution.quantity())).plus(execution.charges());
            var results =
                    match.disposals().stream().map(Disposal::realizedBroker).reduce(ZERO, Money::plus);
            realized = realized.plus(results);
            assertThat(book.quantity()).as("units, seed %d", seed).isEqualTo(units);
            assertThat(results.minus(oracle.fill(execution)).amount().abs())
                    .as("result against the oracle, seed %d", seed)
                    .isLessThan(TOLERANCE);
            // What was paid is what the open lots cost less what the closed ones brought.
            var basis = book.lots().stream().map(Lot::basis).reduce(ZERO, Money::plus);
            assertThat(cash.plus(basis).minus(realized).amount().abs())
                    .as("cost and cash, seed %d", seed)
                    .isLessThan(TOLERANCE);
        }
    }

    private static List<Execution> history(SplittableRandom random) {
        var multiplier = random.nextInt(3) == 0 ? new BigDecimal(100) : BigDecimal.ONE;
        var history = new ArrayList<Execution>();
        int length = 2 + random.nextInt(9);
        for (int i = 0; i < length; i++) {
            int units = 1 + random.nextInt(7);
            history.add(new Execution(
                    EventId.of(AccountId.of("U1"), "fill", Integer.toString(i)),
                    Instant.EPOCH.plusSeconds(i),
                    LocalDate.EPOCH,
                    new Quantity(BigDecimal.valueOf(random.nextBoolean() ? units : -units)),
                    Money.of(BigDecimal.valueOf(random.nextInt(20_000), 2), ZERO.currency()),
                    multiplier,
                    Money.of(BigDecimal.valueOf(random.nextInt(300) - 250, 5), ZERO.currency()),
                    ZERO,
                    false,
                    null,
                    null));
        }
        return history;
    }

    /** Naive on purpose: a queue of single units, each with its share of everything. */
    private static final class Oracle {

        private record Unit(int side, BigDecimal price, BigDecimal charge) {}

        private final ArrayDeque<Unit> open = new ArrayDeque<>();

        Money fill(Execution execution) {
            int side = execution.quantity().signum();
            int count = execution.quantity().units().abs().intValueExact();
            var price = execution.price().amount().multiply(execution.multiplier());
            var charge = execution
                    .charges()
                    .amount()
                    .divide(BigDecimal.valueOf(count), new MathContext(40, RoundingMode.HALF_EVEN));
            var result = BigDecimal.ZERO;
            for (int i = 0; i < count; i++) {
                if (open.isEmpty() || open.getFirst().side() == side) {
                    open.addLast(new Unit(side, price, charge));
                } else {
                    var unit = open.removeFirst();
                    var gain = price.subtract(unit.price()).multiply(BigDecimal.valueOf(unit.side()));
                    result = result.add(gain).add(charge).add(unit.charge());
                }
            }
            return Money.of(result, ZERO.currency());
        }
    }
}
