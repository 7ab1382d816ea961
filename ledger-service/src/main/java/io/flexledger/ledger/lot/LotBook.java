package io.flexledger.ledger.lot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The open lots of one instrument in one account, oldest first; all long or all short. */
public record LotBook(InstrumentId instrument, List<Lot> lots) {

    public LotBook {
        lots = List.copyOf(lots);
        for (var lot : lots) {
            if (lot.quantity().signum() != lots.getFirst().quantity().signum()) {
                throw new IllegalStateException("lots on both sides of " + instrument);
            }
        }
    }

    public static LotBook empty(InstrumentId instrument) {
        return new LotBook(instrument, List.of());
    }

    /**
     * The book after an execution, and what it closed.
     *
     * @param closed units closed, unsigned
     * @param opened units opened, unsigned
     */
    public record Match(LotBook book, List<Disposal> disposals, Quantity closed, Quantity opened) {}

    /**
     * First in, first out: opposite lots are closed oldest first, and what is left opens a lot of its own. A
     * cancellation closes the lot of the cancelled fill before any other.
     */
    public Match match(Execution execution) {
        return match(execution, false);
    }

    /**
     * Closes an option that was assigned or exercised: the broker books no result, the premium goes into the shares.
     */
    public Match deliver(Execution execution) {
        return match(execution, true);
    }

    private Match match(Execution execution, boolean delivery) {
        var charges = new Shares(execution.charges(), execution.quantity());
        var premium = new Shares(execution.premium(), execution.quantity());
        var disposals = new ArrayList<Disposal>();
        var open = new ArrayList<>(lots);
        var left = execution.quantity();
        for (var lot : closingOrder(execution)) {
            if (left.isZero()) {
                break;
            }
            var units = lot.quantity().smaller(left.negated());
            var part = Part.of(lot, units);
            disposals.add(close(part.closed(), execution, charges.take(units), premium.take(units), delivery));
            part.kept().ifPresentOrElse(kept -> open.set(open.indexOf(lot), kept), () -> open.remove(lot));
            left = left.plus(units);
        }
        if (!left.isZero() && execution.closesOnly()) {
            var before = unknownLot(execution, left.negated(), disposals.isEmpty());
            disposals.add(close(before, execution, charges.take(left), premium.take(left), delivery));
            left = Quantity.ZERO;
        } else if (!left.isZero()) {
            open.add(new Lot(
                    execution.event(),
                    execution.at(),
                    execution.on(),
                    left,
                    execution.price(),
                    execution.multiplier(),
                    charges.rest(),
                    premium.rest(),
                    execution.price(),
                    true));
        }
        var opened = left.abs();
        return new Match(
                new LotBook(instrument, open),
                List.copyOf(disposals),
                execution.quantity().abs().minus(opened),
                opened);
    }

    private List<Lot> closingOrder(Execution execution) {
        return lots.stream()
                .filter(lot -> lot.quantity().signum() != execution.quantity().signum())
                .sorted(Comparator.comparing(lot -> !lot.openedBy().equals(execution.takesBack())))
                .toList();
    }

    private Disposal close(Lot lot, Execution execution, Money charges, Money premium, boolean delivery) {
        var realizedEconomic = execution.worth(lot.quantity()).minus(lot.grossCost());
        var realizedBroker = delivery
                ? Money.zero(charges.currency())
                : execution.worth(lot.quantity()).plus(charges).plus(premium).minus(lot.basis());
        return new Disposal(
                instrument,
                lot.openedBy(),
                lot.openedAt(),
                lot.openedOn(),
                execution.event(),
                execution.at(),
                execution.on(),
                lot.quantity(),
                lot.price(),
                lot.carry(),
                execution.price(),
                lot.basis(),
                realizedBroker,
                realizedEconomic,
                lot.basisKnown());
    }

    /** Opened before the first statement: valued at the closing price, with the broker's cost as its only basis. */
    private static Lot unknownLot(Execution execution, Quantity units, boolean whole) {
        var gross = execution.worth(units);
        var stated = execution.statedCost();
        // The row states cost with the sign that makes profit = net cash + cost: the opposite of a basis.
        var charges = stated != null && whole ? gross.plus(stated) : Money.zero(gross.currency());
        return new Lot(
                execution.event(),
                execution.at(),
                execution.on(),
                units,
                execution.price(),
                execution.multiplier(),
                charges,
                Money.zero(gross.currency()),
                execution.price(),
                false);
    }

    /** The book with every lot carried at a new mark. */
    public LotBook markedAt(Money mark) {
        return new LotBook(
                instrument, lots.stream().map(lot -> carry(lot, mark)).toList());
    }

    private static Lot carry(Lot lot, Money mark) {
        return new Lot(
                lot.openedBy(),
                lot.openedAt(),
                lot.openedOn(),
                lot.quantity(),
                lot.price(),
                lot.multiplier(),
                lot.charges(),
                lot.premium(),
                mark,
                lot.basisKnown());
    }

    @JsonIgnore
    public boolean isEmpty() {
        return lots.isEmpty();
    }

    public Quantity quantity() {
        return lots.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }
}
