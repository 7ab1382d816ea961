package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.book.Books;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums over the books of one account. */
final class Totals {

    private Totals() {}

    /** Every currency in which anything is held. */
    static List<CurrencyCode> currencies(Books books) {
        var all = new TreeSet<CurrencyCode>();
        Stream.of(books.cashBalances(), books.notionalBalances(), books.accrualBalances(), books.statedBalances())
                .flatMap(List::stream)
                .forEach(amount -> all.add(amount.currency()));
        books.openPositions().forEach(position -> all.add(position.instrument().currency()));
        return List.copyOf(all);
    }

    /** All that counts for the net asset value, per currency. */
    static List<Money> byCurrency(Books books) {
        return currencies(books).stream().map(books::worth).toList();
    }

    /** How far a rate told from the broker's cash in base may miss it: a missing row would miss by more. */
    private static final BigDecimal CASH_TOLERANCE = new BigDecimal("0.0001");

    /** One foreign cash balance, and what the broker says it is worth in base. */
    record CashInBase(Money foreign, Money inBase) {

        Optional<FxRate> rate() {
            return DayRates.derive(foreign, inBase, CASH_TOLERANCE);
        }
    }

    /**
     * EquitySummary states cash in base, long and short apart: the side the only foreign balance is on, less the base
     * currency's own balance if that is on the same side.
     */
    static Optional<CashInBase> cashInBase(List<Money> cash, CurrencyCode base, @Nullable NavStated nav) {
        var foreign = cash.stream()
                .filter(amount -> !amount.currency().equals(base) && !amount.isZero())
                .toList();
        if (nav == null || foreign.size() != 1) {
            return Optional.empty();
        }
        var amount = foreign.getFirst();
        var side = nav.components().get(amount.signum() < 0 ? "cashShort" : "cashLong");
        if (side == null) {
            return Optional.empty();
        }
        var own = cash.stream()
                .filter(other -> other.currency().equals(base) && other.signum() == amount.signum())
                .reduce(Money.zero(base), Money::plus);
        return Optional.of(new CashInBase(amount, side.minus(own)));
    }

    static Money inBase(Books books, DayRates rates, CurrencyCode base) {
        return currencies(books).stream()
                .map(currency -> rates.get(currency).convert(books.worth(currency)))
                .reduce(Money.zero(base), Money::plus);
    }
}
