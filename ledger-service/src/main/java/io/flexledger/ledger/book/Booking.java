package io.flexledger.ledger.book;

import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.util.List;

/**
 * What a movement did to the books, in the currencies it happened in; rates come later, when the day is known.
 *
 * @param legs    the fills it was made of, with what each opened and closed
 * @param impacts change of cash and marked value, one per currency, none zero
 */
public record Booking(
        Movement movement,
        List<BookedLeg> legs,
        List<Posting> postings,
        List<Disposal> disposals,
        List<Money> impacts,
        List<Caveat> caveats) {

    public Booking {
        legs = List.copyOf(legs);
        impacts = List.copyOf(impacts);
        disposals = List.copyOf(disposals);
        caveats = List.copyOf(caveats);
    }

    /**
     * A fill and what it did to its position.
     *
     * @param closed units closed, unsigned
     * @param opened units opened, unsigned
     */
    public record BookedLeg(Fill fill, Quantity closed, Quantity opened) {}
}
