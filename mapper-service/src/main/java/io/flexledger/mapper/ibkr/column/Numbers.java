package io.flexledger.mapper.ibkr.column;

import io.flexledger.contracts.money.Decimals;
import io.flexledger.mapper.reading.Reason;
import java.math.BigDecimal;

/** Decimal numbers as the broker writes them: {@code -0.86644}, {@code 1000}, {@code 1.2E-7}; never with grouping. */
public final class Numbers {

    private static final int DIGITS = 40;
    private static final int EXPONENT = 20;

    private Numbers() {}

    public static BigDecimal parse(String text) {
        if (!isNumber(text)) {
            throw new RefusedException(
                    Reason.BAD_NUMBER,
                    null,
                    text,
                    "a decimal number without grouping, at most " + DIGITS + " digits, exponent within " + EXPONENT,
                    "compare the row with the broker's statement; a number with commas was edited by hand");
        }
        return Decimals.canonical(new BigDecimal(text));
    }

    public static boolean isNumber(String text) {
        int at = skipSign(text, 0);
        int digits = 0;
        boolean point = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
            at++;
        }
        return digits > 0 && digits <= DIGITS && (at == text.length() || isExponent(text, at));
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'E' && text.charAt(at) != 'e') {
            return false;
        }
        int from = skipSign(text, at + 1);
        int digits = text.length() - from;
        if (digits < 1 || digits > 2) {
            return false;
        }
        int exponent = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            exponent = exponent * 10 + (c - '0');
        }
        return exponent <= EXPONENT;
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }
}
