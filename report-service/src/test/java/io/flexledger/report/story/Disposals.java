package io.flexledger.report.story;

import io.flexledger.contracts.journal.Disposal;
import java.time.LocalDate;

/** Disposals that differ in one respect. */
final class Disposals {

    private Disposals() {}

    static Disposal openedOn(Disposal d, String date) {
        return new Disposal(
                d.instrument(),
                d.lot(),
                d.openedAt(),
                LocalDate.parse(date),
                d.closedBy(),
                d.closedAt(),
                d.closedOn(),
                d.quantity(),
                d.openPrice(),
                d.carryPrice(),
                d.closePrice(),
                d.basis(),
                d.realizedBroker(),
                d.realizedEconomic(),
                d.basisKnown());
    }

    static Disposal unknown(Disposal d) {
        return new Disposal(
                d.instrument(),
                d.lot(),
                d.openedAt(),
                d.openedOn(),
                d.closedBy(),
                d.closedAt(),
                d.closedOn(),
                d.quantity(),
                d.openPrice(),
                d.carryPrice(),
                d.closePrice(),
                d.basis(),
                d.realizedBroker(),
                d.realizedEconomic(),
                false);
    }

    static Disposal of(Disposal d, String quantity) {
        return new Disposal(
                d.instrument(),
                d.lot(),
                d.openedAt(),
                d.openedOn(),
                d.closedBy(),
                d.closedAt(),
                d.closedOn(),
                io.flexledger.contracts.money.Quantity.of(quantity),
                d.openPrice(),
                d.carryPrice(),
                d.closePrice(),
                d.basis(),
                d.realizedBroker(),
                d.realizedEconomic(),
                d.basisKnown());
    }
}
