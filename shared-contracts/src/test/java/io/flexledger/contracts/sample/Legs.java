package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.USD_HKD;
import static io.flexledger.contracts.sample.Given.units;

import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.money.Quantity;

/** Executions as a journal entry tells them. */
final class Legs {

    static final Leg CANCELLED = new Leg(
            TradeSamples.FILL_CANCELLED.id(),
            TradeSamples.FILL_CANCELLED.fact().source(),
            TradeSamples.FILL_CANCELLED.ids(),
            TradeSamples.FILL_CANCELLED.instrument(),
            TradeSamples.FILL_CANCELLED.quantity(),
            TradeSamples.FILL_CANCELLED.price(),
            TradeSamples.FILL_CANCELLED.proceeds(),
            TradeSamples.FILL_CANCELLED.charges().commission(),
            TradeSamples.FILL_CANCELLED.charges().taxes(),
            USD_HKD,
            units("25"),
            Quantity.ZERO,
            null,
            null);

    private Legs() {}

    static Leg of(Fill fill, String closed, String opened) {
        return new Leg(
                fill.id(),
                fill.fact().source(),
                fill.ids(),
                fill.instrument(),
                fill.quantity(),
                fill.price(),
                fill.proceeds(),
                fill.charges().commission(),
                fill.charges().taxes(),
                USD_HKD,
                units(closed),
                units(opened),
                fill.broker().realized(),
                fill.broker().markToMarket());
    }
}
