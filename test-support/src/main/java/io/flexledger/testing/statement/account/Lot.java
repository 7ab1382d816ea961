package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * Units opened by one fill and still open.
 *
 * @param quantity positive long, negative short
 * @param cost commission included, same sign as the quantity
 */
public record Lot(Instrument instrument, BigDecimal quantity, BigDecimal cost, Opening opening) {

    /** The fill that opened the lot. */
    public record Opening(String transactionId, String orderId, LocalDateTime time, String exchange) {}

    /** One lot, or a part of it, closed by a fill. */
    public record Closing(Lot lot, BigDecimal realized) {}

    /** Cost of one unit, nine decimals. */
    public BigDecimal unitCost() {
        return Allocation.ratio(cost, quantity.multiply(instrument.multiplier()));
    }

    /** The first units of the lot; the rounding stays with {@link #without}. */
    Lot part(BigDecimal units) {
        return new Lot(instrument, units, Allocation.share(cost, units, quantity), opening);
    }

    Lot without(Lot part) {
        return new Lot(instrument, quantity.subtract(part.quantity), cost.subtract(part.cost), opening);
    }
}
