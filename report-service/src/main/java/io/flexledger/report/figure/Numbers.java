package io.flexledger.report.figure;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are written: thousands separators, the currency after the amount, a sign where a change is meant. */
public final class Numbers {

    private static final int RATE_DECIMALS = 4;

    private Numbers() {}

    /** For example, {@code 79,498.68 HKD}. */
    public static String amount(Money money) {
        return plain(money) + " " + money.currency();
    }

    /** For example, {@code +31.02 HKD}; zero has no sign. */
    public static String signed(Money money) {
        return sign(rounded(money)) + amount(money);
    }

    /** Without the currency, to its minor unit. For example, {@code -1,145.44}. */
    public static String plain(Money money) {
        return grouped(rounded(money));
    }

    public static String signedPlain(Money money) {
        return sign(rounded(money)) + plain(money);
    }

    /** All digits there are, at least the minor unit's. For example, {@code -12.29324}. */
    public static String exact(Money money) {
        return grouped(atLeast(money.amount(), money.currency().fractionDigits()));
    }

    /** For JSON: no separators, all digits of the minor unit. For example, {@code -1145.44}. */
    public static String wire(Money money) {
        return rounded(money).toPlainString();
    }

    /** A price per unit as stated, at least to cents. For example, {@code 628.00}. */
    public static String price(Money money) {
        return exact(money);
    }

    /** To four decimals, or as many as the source gives. For example, {@code 7.84532}. */
    public static String rate(FxRate rate) {
        return atLeast(rate.rate(), RATE_DECIMALS).toPlainString();
    }

    /** For example, {@code +0.32 %}. */
    public static String percent(BigDecimal percent) {
        var rounded = percent.setScale(2, RoundingMode.HALF_UP);
        return sign(rounded) + grouped(rounded) + " %";
    }

    /** A count with thousands separators. */
    public static String count(BigDecimal number) {
        return grouped(number);
    }

    public static BigDecimal rounded(Money money) {
        return rounded(money.amount(), money.currency());
    }

    static BigDecimal rounded(BigDecimal amount, CurrencyCode currency) {
        return amount.setScale(currency.fractionDigits(), RoundingMode.HALF_UP);
    }

    static BigDecimal atLeast(BigDecimal number, int decimals) {
        return number.scale() < decimals ? number.setScale(decimals) : number;
    }

    static String grouped(BigDecimal number) {
        var plain = number.abs().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        var out = new StringBuilder(plain);
        for (int i = point - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return (number.signum() < 0 ? "-" : "") + out;
    }

    private static String sign(BigDecimal number) {
        return number.signum() > 0 ? "+" : "";
    }
}
