package io.flexledger.contracts.money;

import java.math.BigDecimal;

/** One spelling per number, so that equal amounts are equal objects and print alike. */
public final class Decimals {

    private Decimals() {}

    /** The same number without trailing zeros and without an exponent: 1.0 equals 1.00, and 100 never prints as 1E+2. */
    public static BigDecimal canonical(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
