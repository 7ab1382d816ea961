package io.flexledger.report.live;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.figure.Formula;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From the parts of one value to the parts of another: units, marks, cash, accruals and rates, each once, so that the
 * steps add up to the difference of what both itemise. Rates count on what the first holds, all else at the rate of the
 * second.
 */
public final class NavMove {

    private final NavSnapshot from;
    private final NavSnapshot to;
    private final List<NavStep> steps = new ArrayList<>();
    private final Map<CurrencyCode, List<RateMove>> rates = new TreeMap<>();

    private NavMove(NavSnapshot from, NavSnapshot to) {
        this.from = from;
        this.to = to;
    }

    /** An amount whose rate changed. */
    private record RateMove(Money amount, FxRate from, FxRate to) {
        Money effect() {
            return to.convert(amount).minus(from.convert(amount));
        }
    }

    /** Steps that come to nothing are left out. */
    public static List<NavStep> between(NavSnapshot from, NavSnapshot to) {
        return new NavMove(from, to).steps();
    }

    /** The total of a value less what it itemises, which no step explains. */
    public static Money beside(NavSnapshot snapshot) {
        return snapshot.total().minus(parts(snapshot));
    }

    /** What a snapshot itemises, in base: cash, positions, and accruals, which a live one has by component alone. */
    static Money parts(NavSnapshot snapshot) {
        var sum = accruals(snapshot);
        for (var balance : snapshot.cash()) {
            sum = sum.plus(balance.base());
        }
        for (var holding : snapshot.positions()) {
            sum = sum.plus(holding.base());
        }
        return sum;
    }

    private static Money accruals(NavSnapshot snapshot) {
        var zero = Money.zero(snapshot.total().currency());
        return snapshot.kind() == Kind.LIVE
                ? snapshot.components().entrySet().stream()
                        .filter(component -> component.getKey().endsWith("Accruals"))
                        .map(Map.Entry::getValue)
                        .reduce(zero, Money::plus)
                : snapshot.accruals().stream().map(Balance::base).reduce(zero, Money::plus);
    }

    private List<NavStep> steps() {
        positions();
        cash();
        add(NavStep.Kind.ACCRUALS, "", accruals(to).minus(accruals(from)), null);
        rates.forEach((currency, moves) -> {
            var effect = moves.stream().map(RateMove::effect).reduce(zero(), Money::plus);
            add(NavStep.Kind.RATE, currency.code(), effect, rateFormula(moves, effect));
        });
        return steps.stream().sorted(Comparator.comparing(NavStep::kind)).toList();
    }

    private void positions() {
        var before = byName(from);
        var after = byName(to);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            position(before.get(name), after.get(name));
        }
    }

    private static Map<String, Holding> byName(NavSnapshot snapshot) {
        return snapshot.positions().stream()
                .collect(Collectors.toMap(
                        h -> h.instrument().id().value(), Function.identity(), (first, _) -> first, TreeMap::new));
    }

    private void position(@Nullable Holding before, @Nullable Holding after) {
        if (after == null) {
            if (before != null) {
                gone(before);
            }
            return;
        }
        var instrument = after.instrument();
        var held = before == null ? Quantity.ZERO : before.quantity();
        var units = after.quantity().minus(held);
        value(unmarked(from, instrument), instrument, units, after.mark(), null, after.rate());
        if (before != null) {
            value(NavStep.Kind.MARK, instrument, held, after.mark(), before.mark(), after.rate());
            rate(before.value(), before.rate(), after.rate());
        }
    }

    /** What only the first has leaves at its own mark, at the second's rate where the second states one. */
    private void gone(Holding before) {
        var rate = rateOf(before.value().currency(), before.rate());
        value(
                unmarked(to, before.instrument()),
                before.instrument(),
                before.quantity().negated(),
                before.mark(),
                null,
                rate);
        rate(before.value(), before.rate(), rate);
    }

    /** What is not itemised is either not held or not marked, and the one who itemises says which. */
    private static NavStep.Kind unmarked(NavSnapshot snapshot, Instrument instrument) {
        return snapshot.caveats().stream()
                        .anyMatch(caveat -> caveat.code().equals(Caveat.MARK_MISSING)
                                && instrument.id().equals(caveat.instrument()))
                ? NavStep.Kind.UNMARKED
                : NavStep.Kind.UNITS;
    }

    private void value(
            NavStep.Kind kind, Instrument instrument, Quantity units, Money mark, @Nullable Money since, FxRate rate) {
        var move = since == null ? mark : mark.minus(since);
        var amount = rate.convert(move.times(units).times(instrument.multiplier()));
        var factors = new ArrayList<Formula>();
        factors.add(Formula.units(units));
        if (instrument.multiplier().compareTo(BigDecimal.ONE) != 0) {
            factors.add(Formula.number(instrument.multiplier(), ""));
        }
        factors.add(
                since == null ? Formula.price(mark) : Formula.difference(Formula.price(mark), Formula.price(since)));
        if (!rate.from().equals(rate.to())) {
            factors.add(Formula.rate(rate));
        }
        add(kind, instrument.spoken(), amount, exact(Formula.product(factors.toArray(Formula[]::new)), amount));
    }

    private void cash() {
        var before = cashOf(from);
        var after = cashOf(to);
        var currencies = new TreeSet<>(before.keySet());
        currencies.addAll(after.keySet());
        for (var currency : currencies) {
            var had = before.get(currency);
            var has = after.get(currency);
            var held = had == null ? Money.zero(currency) : had.amount();
            var holds = has == null ? Money.zero(currency) : has.amount();
            var rate = has != null ? has.rate() : rateOf(currency, had == null ? null : had.rate());
            var change = holds.minus(held);
            var amount = rate.convert(change);
            add(NavStep.Kind.CASH, currency.code(), amount, exact(Formula.converted(change, rate), amount));
            if (had != null) {
                rate(held, had.rate(), rate);
            }
        }
    }

    private static Map<CurrencyCode, Balance> cashOf(NavSnapshot snapshot) {
        return snapshot.cash().stream()
                .collect(Collectors.toMap(
                        balance -> balance.amount().currency(),
                        Function.identity(),
                        (a, b) -> new Balance(a.amount().plus(b.amount()), a.rate()),
                        TreeMap::new));
    }

    /** The second's own rate of a currency, wherever it states one. */
    private FxRate rateOf(CurrencyCode currency, @Nullable FxRate otherwise) {
        for (var balance : to.cash()) {
            if (balance.rate().from().equals(currency)) {
                return balance.rate();
            }
        }
        for (var holding : to.positions()) {
            if (holding.rate().from().equals(currency)) {
                return holding.rate();
            }
        }
        if (otherwise == null) {
            throw new IllegalStateException("no rate of " + currency + " in " + to.key());
        }
        return otherwise;
    }

    private void rate(Money amount, FxRate before, FxRate after) {
        rates.computeIfAbsent(amount.currency(), _ -> new ArrayList<>()).add(new RateMove(amount, before, after));
    }

    /** All at one rate before and one after, else no arithmetic that fits a line. */
    private static @Nullable Formula rateFormula(List<RateMove> moves, Money effect) {
        var first = moves.getFirst();
        var sum = moves.stream()
                .map(RateMove::amount)
                .reduce(Money.zero(first.amount().currency()), Money::plus);
        return exact(
                Formula.product(
                        Formula.of(sum), Formula.difference(Formula.rate(first.to()), Formula.rate(first.from()))),
                effect);
    }

    private static @Nullable Formula exact(Formula formula, Money amount) {
        return formula.value(Formula.Digits.EXACT).compareTo(amount.amount()) == 0 ? formula : null;
    }

    private void add(NavStep.Kind kind, String subject, Money amount, @Nullable Formula formula) {
        if (!amount.isZero()) {
            steps.add(new NavStep(kind, subject, amount, formula));
        }
    }

    private Money zero() {
        return Money.zero(to.total().currency());
    }
}
