package io.flexledger.ledger.lot;

import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.money.Quantity;
import java.util.Optional;

/** A lot cut in two: the units that are closed and those that stay. Cost and premium are conserved to the last digit. */
record Part(Lot closed, Optional<Lot> kept) {

    static Part of(Lot lot, Quantity units) {
        if (units.equals(lot.quantity())) {
            return new Part(lot, Optional.empty());
        }
        var charges = new Shares(lot.charges(), lot.quantity());
        var premium = new Shares(lot.premium(), lot.quantity());
        var closed = resized(lot, units, charges, premium);
        return new Part(closed, Optional.of(resized(lot, lot.quantity().minus(units), charges, premium)));
    }

    private static Lot resized(Lot lot, Quantity units, Shares charges, Shares premium) {
        return new Lot(
                lot.openedBy(),
                lot.openedAt(),
                lot.openedOn(),
                units,
                lot.price(),
                lot.multiplier(),
                charges.take(units),
                premium.take(units),
                lot.carry(),
                lot.basisKnown());
    }
}
