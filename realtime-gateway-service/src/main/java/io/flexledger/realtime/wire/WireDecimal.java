package io.flexledger.realtime.wire;

import io.flexledger.contracts.money.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the gateway writes numbers: {@code 292.30}, {@code 1.8E-4}, {@code -100}; and what it writes for one it does not
 * have.
 */
public final class WireDecimal {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

    // More digits than any amount has; without a limit one field could cost minutes.
    private static final int MAX_LENGTH = 64;
    private static final int MAX_DIGITS = 40;

    private static final Set<String> UNSET =
            Set.of("", "2147483647", "9223372036854775807", "-9223372036854775808", "Infinity", "-Infinity", "NaN");

    // The largest double is printed with more or fewer digits, all of them between these two.
    private static final BigDecimal LARGEST_FROM = new BigDecimal("1.79E+308");
    private static final BigDecimal LARGEST_TO = new BigDecimal("1.80E+308");

    private WireDecimal() {}

    /** Whether the text stands for no number at all: empty, or the largest of some type. */
    public static boolean isUnset(String text) {
        return UNSET.contains(text) || (readable(text) && isLargest(new BigDecimal(text).abs()));
    }

    /** The number, spelt canonically; empty when it is unset or no number that could be meant. */
    public static Optional<BigDecimal> parse(String text) {
        if (isUnset(text) || !readable(text)) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        boolean plausible = Math.abs(number.scale()) <= MAX_DIGITS && number.precision() - number.scale() <= MAX_DIGITS;
        return plausible ? Optional.of(Decimals.canonical(number)) : Optional.empty();
    }

    private static boolean isLargest(BigDecimal number) {
        return number.compareTo(LARGEST_FROM) >= 0 && number.compareTo(LARGEST_TO) <= 0;
    }

    private static boolean readable(String text) {
        return text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches();
    }
}
