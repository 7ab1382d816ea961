package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.book.AccountState.Holding;
import io.flexledger.ledger.lot.LotBook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the account held before its first statement, from whatever that statement says of it.
 *
 * @param rates of the day before, where they can be told
 */
record OpeningBalances(
        List<Money> cash, List<Money> accruals, List<Holding> holdings, List<FxRate> rates, List<Caveat> caveats) {

    /** Decimal places of the broker's cash figures. */
    private static final int CASH_SCALE = 9;

    /** @param before net asset value at the close of the day before, where a statement has that row */
    static OpeningBalances of(
            CurrencyCode base, @Nullable NavStated before, DayFacts first, DayRates rates, Surroundings surroundings) {
        var caveats = new ArrayList<Caveat>();
        var accruals = accruals(base, before, first);
        var reported = cashReport(first).or(() -> cashReportOfPeriod(first.date(), surroundings));
        var opening = openingRates(base, before, reported.orElse(List.of()), first, rates);
        var cash = reported.or(() -> fromNav(base, before, first, opening, rates))
                .orElseGet(() -> {
                    caveats.add(new Caveat(
                            "OPENING_CASH_UNKNOWN",
                            "no section states the cash before " + first.date() + "; select CashReport"));
                    return List.of();
                });
        return new OpeningBalances(cash, accruals, holdings(first, surroundings, caveats), opening, caveats);
    }

    private static Optional<List<Money>> cashReport(DayFacts first) {
        var starting = first.cashStated().stream()
                .filter(report -> report.currency() != null && report.from().equals(first.date()))
                .map(report -> report.starting())
                .toList();
        return starting.isEmpty() ? Optional.empty() : Optional.of(starting);
    }

    /** The shortest report that covers the day: before it nothing is known to have moved. */
    private static Optional<List<Money>> cashReportOfPeriod(LocalDate first, Surroundings surroundings) {
        var covering = surroundings.cash().stream()
                .filter(report -> report.currency() != null
                        && !report.from().isAfter(first)
                        && !report.reportDate().isBefore(first))
                .toList();
        return covering.stream()
                .map(report -> report.from())
                .max(Comparator.naturalOrder())
                .map(from -> covering.stream()
                        .filter(report -> report.from().equals(from))
                        .map(report -> report.starting())
                        .toList());
    }

    private static List<Money> accruals(CurrencyCode base, @Nullable NavStated before, DayFacts first) {
        var byCurrency = first.accruals().stream()
                .filter(accrual -> accrual.currency() != null)
                .map(InterestAccrual::starting)
                .toList();
        if (!byCurrency.isEmpty()) {
            return byCurrency;
        }
        var stated = before == null ? null : before.components().get("interestAccruals");
        return stated == null ? List.of() : List.of(stated.in(base).signum() == 0 ? Money.zero(base) : stated);
    }

    /** From accruals stated in both currencies, else from one foreign balance that is stated in base as well. */
    private static List<FxRate> openingRates(
            CurrencyCode base, @Nullable NavStated before, List<Money> cash, DayFacts first, DayRates rates) {
        return rates
                .fromAccruals(first.accruals(), InterestAccrual::starting)
                .or(() -> Totals.cashInBase(cash, base, before).flatMap(both -> both.rate()))
                .stream()
                .toList();
    }

    /**
     * Cash is stated in base, long and short apart. With one foreign currency on the other side of zero than the base
     * currency, the two parts are the two currencies; which is which shows in the part that moves only by rows in base.
     */
    private static Optional<List<Money>> fromNav(
            CurrencyCode base, @Nullable NavStated before, DayFacts first, List<FxRate> opening, DayRates rates) {
        if (before == null || before.components().get("cash") == null) {
            return Optional.empty();
        }
        var cash = before.components().get("cash");
        var foreign = foreignCurrencies(base, first);
        var longPart = before.components().get("cashLong");
        var shortPart = before.components().get("cashShort");
        if (foreign.size() != 1 || longPart == null || shortPart == null || shortPart.isZero() || longPart.isZero()) {
            return Optional.of(List.of(cash));
        }
        var currency = foreign.getFirst();
        var rate = opening.stream()
                .filter(r -> r.from().equals(currency))
                .findFirst()
                .or(() -> rates.find(currency));
        if (rate.isEmpty()) {
            return Optional.of(List.of(cash));
        }
        boolean baseIsLong = movesLessThanBaseRows("cashLong", "cashShort", before, first, base);
        var basePart = baseIsLong ? longPart : shortPart;
        var foreignPart = baseIsLong ? shortPart : longPart;
        var amount = foreignPart.amount().divide(rate.get().rate(), MathContext.DECIMAL128);
        return Optional.of(List.of(basePart, Money.of(amount.setScale(CASH_SCALE, RoundingMode.HALF_EVEN), currency)));
    }

    private static boolean movesLessThanBaseRows(
            String candidate, String other, NavStated before, DayFacts first, CurrencyCode base) {
        if (first.nav().isEmpty()) {
            return true;
        }
        var rows = first.cashFlows().stream()
                .map(flow -> flow.amount())
                .filter(amount -> amount.currency().equals(base))
                .reduce(Money.zero(base), Money::plus);
        var after = first.nav().get();
        return unexplained(candidate, before, after, rows).compareTo(unexplained(other, before, after, rows)) <= 0;
    }

    private static BigDecimal unexplained(String part, NavStated before, NavStated after, Money rows) {
        var from = Objects.requireNonNull(before.components().get(part));
        var to = after.components().getOrDefault(part, from);
        return to.minus(from).minus(rows).amount().abs();
    }

    private static List<CurrencyCode> foreignCurrencies(CurrencyCode base, DayFacts first) {
        var seen = new TreeSet<CurrencyCode>();
        Stream.of(
                        first.fills().stream().map(fill -> fill.proceeds().currency()),
                        first.cashFlows().stream().map(flow -> flow.amount().currency()),
                        first.positions().stream().map(p -> p.instrument().currency()),
                        first.accruals().stream().map(InterestAccrual::currency).filter(Objects::nonNull))
                .flatMap(currencies -> currencies)
                .forEach(seen::add);
        seen.remove(base);
        return List.copyOf(seen);
    }

    /** What is stated at the close of the first day, or of the period it is part of, and was not bought since. */
    private static List<Holding> holdings(DayFacts first, Surroundings surroundings, List<Caveat> caveats) {
        var holdings = new ArrayList<Holding>();
        for (var stated : earliest(first, surroundings)) {
            var traded = surroundings.fills().stream()
                    .filter(fill ->
                            fill.instrument().id().equals(stated.instrument().id()))
                    .filter(fill -> !fill.reportDate().isBefore(first.date())
                            && !fill.reportDate().isAfter(stated.reportDate()))
                    .map(fill -> fill.quantity())
                    .reduce(Quantity.ZERO, Quantity::plus);
            var before = stated.quantity().minus(traded);
            if (!before.isZero() && stated.mark() != null) {
                holdings.add(seed(stated, stated.mark(), before, first));
                caveats.add(new Caveat(
                        "OPENING_POSITION",
                        "%s was held before the first statement and is taken in at the mark of %s"
                                .formatted(stated.instrument().spoken(), stated.reportDate())));
            }
        }
        return holdings;
    }

    private static List<PositionStated> earliest(DayFacts first, Surroundings surroundings) {
        if (!first.positions().isEmpty() || !surroundings.isWithinAPeriod(first.date())) {
            return first.positions();
        }
        return surroundings.positions().stream()
                .map(PositionStated::reportDate)
                .filter(date -> date.isAfter(first.date()))
                .min(Comparator.naturalOrder())
                .map(date -> surroundings.positions().stream()
                        .filter(position -> position.reportDate().equals(date))
                        .toList())
                .orElse(List.of());
    }

    private static Holding seed(PositionStated stated, Money mark, Quantity quantity, DayFacts first) {
        var instrument = stated.instrument();
        var zero = Money.zero(mark.currency());
        var gross = mark.times(quantity).times(instrument.multiplier());
        var basis = stated.costBasis() == null || !quantity.equals(stated.quantity()) ? gross : stated.costBasis();
        var lot = new Lot(
                stated.id(),
                stated.occurredAt(),
                first.date(),
                quantity,
                mark,
                instrument.multiplier(),
                gross.minus(basis),
                zero,
                mark,
                false);
        return new Holding(instrument, new LotBook(instrument.id(), List.of(lot)));
    }
}
