package io.flexledger.ledger.book;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.ledger.book.Booking.BookedLeg;
import io.flexledger.ledger.lot.Execution;
import io.flexledger.ledger.lot.LotBook;
import io.flexledger.ledger.lot.LotBook.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what the legs of one movement do. */
final class Tally {

    private static final Set<String> MARGIN_SETTLED = Set.of("FUT", "CFD");

    /** Rows are stated to eight decimals, and rounded by the broker at most to cents. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private final Books books;
    private final Postings postings = new Postings();
    private final Balances impacts = new Balances();
    private final List<BookedLeg> legs = new ArrayList<>();
    private final List<Disposal> disposals = new ArrayList<>();
    private final List<Caveat> caveats = new ArrayList<>();

    Tally(Books books) {
        this.books = books;
    }

    Match take(Fill fill, Execution execution, boolean delivered) {
        var id = fill.instrument().id();
        var before = books.positions().getOrDefault(id, Position.of(fill.instrument(), LotBook.empty(id)));
        var match = delivered ? before.book().deliver(execution) : before.book().match(execution);
        books.positions().put(id, before.after(fill, match.book()));
        legs.add(new BookedLeg(fill, match.closed(), match.opened()));
        disposals.addAll(match.disposals());
        settle(fill);
        postings.units(id, fill.quantity());
        closeLots(id, match, execution.multiplier());
        openLot(id, fill, match, execution);
        books.charge(fill, postings, impacts);
        // Nothing is left here unless the row's proceeds are not quantity times price times multiplier.
        var rest = postings.imbalance(fill.proceeds());
        postings.add(Accounts.ROUNDING, rest.negated());
        if (rest.amount().abs().compareTo(ROUNDING) > 0) {
            caveats.add(new Caveat(
                    "PROCEEDS_DIFFER",
                    "the row's proceeds differ by %s from quantity times price times multiplier".formatted(rest)));
        }
        return match;
    }

    private void settle(Fill fill) {
        var balance = isMarginSettled(fill.instrument()) ? books.notional() : books.cash();
        var account = isMarginSettled(fill.instrument())
                ? Accounts.NOTIONAL + ":" + fill.proceeds().currency()
                : Books.cashAccount(fill.proceeds().currency());
        balance.add(fill.proceeds());
        impacts.add(fill.proceeds());
        postings.add(account, fill.proceeds());
    }

    private void closeLots(InstrumentId id, Match match, BigDecimal multiplier) {
        for (var d : match.disposals()) {
            var cost = d.openPrice().times(d.quantity()).times(multiplier);
            var carried = d.carryPrice().times(d.quantity()).times(multiplier);
            if (d.lot().equals(d.closedBy())) {
                // Opened before the first statement: its value is in the opening balance, of which only the sum is
                // known.
                postings.units(id, d.quantity()).move(cost, Accounts.cost(id), Accounts.STATED);
                books.stated().add(cost.negated());
                impacts.add(carried);
                impacts.add(cost.negated());
            }
            postings.add(Accounts.cost(id), cost.negated());
            postings.move(cost.minus(carried), Accounts.unrealized(id), Accounts.UNREALIZED);
            postings.add(Accounts.REALIZED, d.realizedEconomic().negated());
            impacts.add(carried.negated());
        }
    }

    private void openLot(InstrumentId id, Fill fill, Match match, Execution execution) {
        var opened = fill.quantity().signum() < 0 ? match.opened().negated() : match.opened();
        var cost = execution.price().times(opened).times(execution.multiplier());
        postings.add(Accounts.cost(id), cost);
        impacts.add(cost);
    }

    Booking booking(Movement movement, List<Caveat> more) {
        caveats.addAll(more);
        return new Booking(movement, legs, postings.balanced(), disposals, impacts.list(), caveats);
    }

    /** Futures and contracts for difference: the price is not paid, only its changes are; what would have been paid is carried beside the position. */
    static boolean isMarginSettled(Instrument instrument) {
        return MARGIN_SETTLED.contains(instrument.assetCategory());
    }
}
