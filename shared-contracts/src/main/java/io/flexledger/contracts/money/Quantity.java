package io.flexledger.contracts.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Units of one instrument: shares or contracts, positive bought or held long, negative sold or held short.
 * For example, {@code -1} is one contract written.
 */
public record Quantity(BigDecimal units) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        units = Decimals.canonical(units);
    }

    @JsonCreator
    public static Quantity of(String units) {
        return new Quantity(new BigDecimal(units));
    }

    @JsonValue
    String plain() {
        return units.toPlainString();
    }

    public Quantity plus(Quantity other) {
        return new Quantity(units.add(other.units));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(units.subtract(other.units));
    }

    public Quantity negated() {
        return new Quantity(units.negate());
    }

    public Quantity abs() {
        return new Quantity(units.abs());
    }

    /** Of the two, the one with fewer units regardless of side. */
    public Quantity smaller(Quantity other) {
        return units.abs().compareTo(other.units.abs()) <= 0 ? this : other;
    }

    public int signum() {
        return units.signum();
    }

    @JsonIgnore
    public boolean isZero() {
        return units.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return units.compareTo(other.units);
    }

    @Override
    public String toString() {
        return plain();
    }
}
