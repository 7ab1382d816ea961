package io.flexledger.contracts.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Units opened by one fill and still open.
 *
 * @param openedBy   the opening fill
 * @param openedAt   its instant
 * @param openedOn   its report date
 * @param quantity   remaining units, positive long, negative short
 * @param price      per unit, before commission
 * @param multiplier of the instrument
 * @param charges    commission and taxes that belong to the remaining units, negative is a cost
 * @param premium    option premium carried into shares by an assignment or exercise, positive received
 * @param carry      value per unit in the net asset value: the price at first, then the last mark
 * @param basisKnown false where the lot was opened before the first statement and its basis is only the broker's word
 */
public record Lot(
        EventId openedBy,
        Instant openedAt,
        LocalDate openedOn,
        Quantity quantity,
        Money price,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal multiplier,
        Money charges,
        Money premium,
        Money carry,
        boolean basisKnown) {

    /** The broker's cost of the lot: what was paid for it, commission included, premium carried in; negative short. */
    @JsonIgnore
    public Money basis() {
        return grossCost().minus(charges).minus(premium);
    }

    /** Quantity times price times multiplier, negative for a short. */
    @JsonIgnore
    public Money grossCost() {
        return price.times(quantity).times(multiplier);
    }

    /** What the lot counts for in the net asset value, negative for a short. */
    @JsonIgnore
    public Money value() {
        return carry.times(quantity).times(multiplier);
    }
}
