package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The conversion rates of one report day.
 *
 * @param toBase one unit of a currency in base currency, base itself left out
 */
public record Rates(String base, Map<String, BigDecimal> toBase) {

    public Rates {
        toBase = Collections.unmodifiableMap(new LinkedHashMap<>(toBase));
    }

    public BigDecimal of(String currency) {
        if (currency.equals(base)) {
            return BigDecimal.ONE;
        }
        BigDecimal rate = toBase.get(currency);
        if (rate == null) {
            throw new IllegalArgumentException("no rate of the day for " + currency);
        }
        return rate;
    }
}
