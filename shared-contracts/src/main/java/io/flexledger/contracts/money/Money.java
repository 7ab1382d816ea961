package io.flexledger.contracts.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one currency, signed from the account's side: positive is received, negative is paid.
 * For example, {@code USD -1.05} is a commission.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, CurrencyCode currency) {

    public Money {
        amount = Decimals.canonical(amount);
    }

    public static Money of(BigDecimal amount, CurrencyCode currency) {
        return new Money(amount, currency);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), CurrencyCode.of(currency));
    }

    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.in(currency)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.in(currency)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** This price per unit, for that many units. */
    public Money times(Quantity quantity) {
        return times(quantity.units());
    }

    /** This amount scaled by a pure number, such as a contract multiplier. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public int signum() {
        return amount.signum();
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** The bare number, once it is certain that the currency is the expected one. */
    public BigDecimal in(CurrencyCode expected) {
        if (!currency.equals(expected)) {
            throw new CurrencyMismatchException(expected, currency);
        }
        return amount;
    }

    /** Half-up to the currency's minor unit, as the printed statement does. For output only; a fold never rounds. */
    public Money rounded() {
        return new Money(amount.setScale(currency.fractionDigits(), RoundingMode.HALF_UP), currency);
    }

    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }
}
