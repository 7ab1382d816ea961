package io.flexledger.ledger.book;

import io.flexledger.contracts.event.TradeEvent.Effect;
import io.flexledger.contracts.event.TradeEvent.Fill;

/** Whether a fill certainly closes, so that units without a known lot must have been opened before the first statement. */
final class Closing {

    private Closing() {}

    static boolean isCertain(Fill fill) {
        if (fill.effect() != null) {
            return fill.effect() == Effect.CLOSE;
        }
        if (fill.isBooking() && fill.instrument().isOption()) {
            return true; // nobody opens an option by booking
        }
        var cost = fill.broker().cost();
        var netCash = fill.broker().netCash();
        // An opening row states cost = minus net cash; any other cost is that of lots closed.
        return cost != null && netCash != null && !cost.equals(netCash.negated());
    }
}
