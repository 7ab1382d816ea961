package io.flexledger.ledger.day;

import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rate of each currency on one report day, strongest source first: ConversionRates, a row's own rate, a row that
 * states one amount in both currencies, the nearest earlier rate, the configured one.
 */
final class DayRates {

    /** The broker states rates to five significant digits; what a quotient shows beyond them is its rounding. */
    private static final MathContext BROKER_DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    private final CurrencyCode base;
    private final SortedMap<CurrencyCode, FxRate> stated = new TreeMap<>();
    private final SortedMap<CurrencyCode, FxRate> carried = new TreeMap<>();
    private final Map<CurrencyCode, BigDecimal> configured;

    private DayRates(CurrencyCode base, List<FxRate> before, Map<CurrencyCode, BigDecimal> configured) {
        this.base = base;
        this.configured = configured;
        before.forEach(rate ->
                carried.put(rate.from(), new FxRate(rate.from(), rate.to(), rate.rate(), FxRate.Source.CARRIED)));
    }

    static DayRates of(
            CurrencyCode base, DayFacts facts, List<FxRate> before, Map<CurrencyCode, BigDecimal> configured) {
        var rates = new DayRates(base, before, configured);
        facts.rates().forEach(stated -> rates.offer(stated.rate()));
        facts.fills().forEach(fill -> rates.offer(fill.fxRate()));
        facts.positions().forEach(position -> rates.offer(position.fxRate()));
        facts.cashFlows().forEach(flow -> rates.offer(flow.fxRate()));
        rates.fromAccruals(facts.accruals(), InterestAccrual::ending).ifPresent(rates::offer);
        return rates;
    }

    /** Takes a stated rate unless a stronger one is known. ConversionRates are the day's own, a row's is one row's. */
    void offer(@Nullable FxRate rate) {
        if (rate == null || !rate.to().equals(base) || rate.from().equals(base)) {
            return;
        }
        stated.merge(rate.from(), rate, (known, offered) -> strength(offered) < strength(known) ? offered : known);
    }

    private static int strength(FxRate rate) {
        return switch (rate.source()) {
            case IDENTITY, CONVERSION_RATES -> 0;
            case ROW -> 1;
            case DERIVED -> 2;
            case GATEWAY -> 3;
            case CARRIED -> 4;
            case CONFIGURED -> 5;
        };
    }

    /** The rate hidden in accruals that are stated per currency and in base, if only one foreign currency has any. */
    Optional<FxRate> fromAccruals(
            List<InterestAccrual> accruals, java.util.function.Function<InterestAccrual, Money> balance) {
        var inBase =
                accruals.stream().filter(a -> a.currency() == null).map(balance).findFirst();
        var foreign = accruals.stream()
                .filter(a -> a.currency() != null && !a.currency().equals(base))
                .map(balance)
                .filter(amount -> !amount.isZero())
                .toList();
        boolean baseHasOwn = accruals.stream()
                .anyMatch(a -> base.equals(a.currency()) && !balance.apply(a).isZero());
        return inBase.isPresent() && foreign.size() == 1 && !baseHasOwn
                ? derive(foreign.getFirst(), inBase.get(), TOLERANCE)
                : Optional.empty();
    }

    /**
     * The broker's rate behind one amount stated in both currencies, or nothing where no rate of the broker's precision
     * reproduces it.
     */
    static Optional<FxRate> derive(Money foreign, Money inBase, BigDecimal tolerance) {
        if (foreign.isZero() || foreign.signum() != inBase.signum()) {
            return Optional.empty();
        }
        var rate = inBase.amount().divide(foreign.amount(), BROKER_DIGITS);
        var error = rate.multiply(foreign.amount()).subtract(inBase.amount()).abs();
        return error.compareTo(tolerance) <= 0
                ? Optional.of(new FxRate(foreign.currency(), inBase.currency(), rate, FxRate.Source.DERIVED))
                : Optional.empty();
    }

    boolean isStated(CurrencyCode currency) {
        return currency.equals(base) || stated.containsKey(currency);
    }

    /** The day's rate, or nothing where even the configuration has none. */
    Optional<FxRate> find(CurrencyCode currency) {
        if (currency.equals(base)) {
            return Optional.of(FxRate.identity(base));
        }
        var rate = stated.getOrDefault(currency, carried.get(currency));
        if (rate != null) {
            return Optional.of(rate);
        }
        return Optional.ofNullable(configured.get(currency))
                .map(number -> new FxRate(currency, base, number, FxRate.Source.CONFIGURED));
    }

    /** @throws MissingRateException where no source has one: the account's fold stops until one is stated or configured */
    FxRate get(CurrencyCode currency) {
        return find(currency).orElseThrow(() -> new MissingRateException(currency, base));
    }

    /** The row's own rate where it has one to base, else the day's. */
    FxRate get(@Nullable FxRate row, CurrencyCode currency) {
        return row != null && row.from().equals(currency) && row.to().equals(base) ? row : get(currency);
    }

    /** All rates to carry into the next day. */
    List<FxRate> all() {
        var all = new TreeMap<>(carried);
        all.putAll(stated);
        return List.copyOf(all.values());
    }
}
