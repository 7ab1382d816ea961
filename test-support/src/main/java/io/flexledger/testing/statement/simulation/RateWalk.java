package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.Rates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Conversion rates that drift a little every day, five significant digits as the broker gives them. */
final class RateWalk {

    private static final MathContext FIVE_DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);
    private static final int TEN_THOUSAND = 10_000;

    /** Dollars per unit when the walk starts. */
    private static final Map<String, String> DOLLARS = orderedDollars();

    private static final Set<String> PEGGED = Set.of("HKD", "USD");

    private final SplittableRandom random;
    private final String base;
    private final Map<String, BigDecimal> rates = new LinkedHashMap<>();

    RateWalk(SplittableRandom random, String base) {
        String dollars = DOLLARS.get(base);
        if (dollars == null) {
            throw new IllegalArgumentException(
                    "no rates for base currency " + base + ", choose of " + DOLLARS.keySet());
        }
        this.random = random;
        this.base = base;
        DOLLARS.forEach((currency, value) -> {
            if (!currency.equals(base)) {
                rates.put(currency, new BigDecimal(value).divide(new BigDecimal(dollars), FIVE_DIGITS));
            }
        });
    }

    private static Map<String, String> orderedDollars() {
        Map<String, String> dollars = new LinkedHashMap<>();
        dollars.put("USD", "1");
        dollars.put("EUR", "1.1624");
        dollars.put("GBP", "1.3411");
        dollars.put("CHF", "1.2473");
        dollars.put("JPY", "0.0067182");
        dollars.put("HKD", "0.12741");
        return dollars;
    }

    Rates current() {
        return new Rates(base, rates);
    }

    Rates next() {
        rates.replaceAll((currency, rate) -> rate.multiply(factor(currency)).round(FIVE_DIGITS));
        return current();
    }

    /** The dollar peg of Hong Kong moves by a pip or two, everything else by up to forty. */
    private BigDecimal factor(String currency) {
        boolean pegged = Set.of(base, currency).equals(PEGGED);
        int reach = pegged ? 3 : 40;
        return BigDecimal.valueOf(TEN_THOUSAND + random.nextInt(-reach, reach + 1), 4);
    }
}
