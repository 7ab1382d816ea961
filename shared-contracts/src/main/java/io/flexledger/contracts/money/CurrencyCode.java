package io.flexledger.contracts.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * A currency as the broker spells it. Most are ISO 4217; some, such as {@code CNH}, are not, which is why
 * {@link Currency} does not serve. For example, {@code HKD}.
 */
public record CurrencyCode(@JsonValue String code) implements Comparable<CurrencyCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{2,4}");

    @JsonCreator
    public CurrencyCode {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("currency must be 3 to 5 capital letters: '" + code + "'");
        }
    }

    public static CurrencyCode of(String code) {
        return new CurrencyCode(code);
    }

    /** Decimal places of the minor unit, two where the code is not in ISO 4217. For example, 0 for JPY. */
    public int fractionDigits() {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException notIso) {
            return 2;
        }
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
