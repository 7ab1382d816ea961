package io.flexledger.ledger.book;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.lot.LotBook;
import org.jspecify.annotations.Nullable;

/**
 * An instrument held, its lots, and the marks of the day so far.
 *
 * @param closePrice mark stated on one of the day's fills
 * @param lastPrice  price of the day's last execution
 */
public record Position(
        Instrument instrument,
        LotBook book,
        @Nullable Money closePrice,
        @Nullable Money lastPrice) {

    static Position of(Instrument instrument, LotBook book) {
        return new Position(instrument, book, null, null);
    }

    Position with(LotBook newBook) {
        return new Position(instrument, newBook, closePrice, lastPrice);
    }

    /** The newest description, the book after the fill, and what the fill says about the mark. */
    Position after(Fill fill, LotBook newBook) {
        var stated = fill.broker().closePrice();
        return new Position(
                fill.instrument(),
                newBook,
                stated != null ? stated : closePrice,
                fill.isBooking() ? lastPrice : fill.price());
    }
}
