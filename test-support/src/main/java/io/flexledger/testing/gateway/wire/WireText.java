package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How the gateway spells numbers and text. */
public final class WireText {

    /** What stands for a floating-point number that is not set. */
    public static final String UNSET = "1.7976931348623157E308";

    private static final BigDecimal SMALL = new BigDecimal("0.001");
    private static final BigDecimal LARGE = new BigDecimal("10000000");

    private WireText() {}

    /** With the digits it has, never with an exponent. */
    public static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    static String orUnset(@Nullable BigDecimal number) {
        return number == null ? UNSET : floating(number);
    }

    /** With an exponent where a floating-point number has one: below a thousandth, from ten millions on. */
    static String floating(BigDecimal number) {
        BigDecimal size = number.abs();
        boolean plain = size.signum() == 0 || (size.compareTo(SMALL) >= 0 && size.compareTo(LARGE) < 0);
        return plain ? number.toPlainString() : exponent(number);
    }

    /** For example {@code 1.8E-4}. */
    static String exponent(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        String digits = stripped.unscaledValue().abs().toString();
        int power = digits.length() - 1 - stripped.scale();
        String rest = digits.length() == 1 ? "0" : digits.substring(1);
        return "%s%s.%sE%d".formatted(number.signum() < 0 ? "-" : "", digits.charAt(0), rest, power);
    }

    /** A strike: at least one decimal. */
    static String strike(@Nullable BigDecimal strike) {
        if (strike == null) {
            return "0.0";
        }
        BigDecimal stripped = strike.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }

    /** Everything that is not ASCII as an escape of four hexadecimal digits. */
    static String ascii(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit < 0x7f) {
                escaped.append(unit);
            } else {
                escaped.append("\\u%04x".formatted((int) unit));
            }
        }
        return escaped.toString();
    }
}
