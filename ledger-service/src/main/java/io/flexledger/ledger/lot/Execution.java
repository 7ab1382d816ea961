package io.flexledger.ledger.lot;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a lot book needs to know of one fill.
 *
 * @param quantity   positive bought, negative sold, never zero
 * @param price      per unit
 * @param charges    commission and taxes in the price's currency, negative is a cost
 * @param premium    option premium carried into shares, positive received; zero for everything but a delivery
 * @param closesOnly units for which no lot is open were opened before the first statement, so none is opened now
 * @param statedCost the broker's cost of what was closed, used only where the opening is unknown
 * @param takesBack  the fill this one cancels, whose lot goes first whatever its age
 */
public record Execution(
        EventId event,
        Instant at,
        LocalDate on,
        Quantity quantity,
        Money price,
        BigDecimal multiplier,
        Money charges,
        Money premium,
        boolean closesOnly,
        @Nullable Money statedCost,
        @Nullable EventId takesBack) {

    public Execution {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("quantity must not be zero: " + event);
        }
    }

    /** This price for that many units, multiplier included. */
    Money worth(Quantity units) {
        return price.times(units).times(multiplier);
    }
}
