package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Splitting an amount so that the parts add up to the whole. */
final class Allocation {

    private static final int SCALE = 9;

    private Allocation() {}

    /** The share of {@code amount} that falls on {@code units} of {@code all}; the caller keeps the rest. */
    static BigDecimal share(BigDecimal amount, BigDecimal units, BigDecimal all) {
        if (units.compareTo(all) == 0) {
            return amount;
        }
        return amount.multiply(units).divide(all, MathContext.DECIMAL128).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    static BigDecimal ratio(BigDecimal amount, BigDecimal units) {
        return amount.divide(units, SCALE, RoundingMode.HALF_EVEN);
    }
}
