package io.flexledger.report.adapter.db;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.EntryWords;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entry that people filter and sort by.
 *
 * @param type   wire name of the entry's kind
 * @param amount proceeds of an execution, or the cash booked
 */
record EventRow(
        String type,
        String description,
        @Nullable Instrument instrument,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable Money amount) {

    static EventRow of(JournalEntry entry) {
        var detail = entry.detail();
        return switch (detail) {
            case EntryDetail.Opening _ -> plain(detail, null);
            case EntryDetail.Traded(var leg) -> leg(detail, leg);
            case EntryDetail.Cancelled cancelled -> leg(detail, cancelled.leg());
            case EntryDetail.Expired expired -> leg(detail, expired.leg());
            case EntryDetail.Delivered delivered ->
                leg(detail, delivered.options().getFirst());
            case EntryDetail.CashBooked cash -> plain(detail, cash.amount());
            case EntryDetail.InterestAccrued accrued ->
                plain(detail, accrued.accrued().plus(accrued.reversal()));
            case EntryDetail.StatedOnly stated -> plain(detail, stated.amount());
            case EntryDetail.Marked mark ->
                new EventRow(
                        EntryWords.kind(detail),
                        EntryWords.about(detail),
                        mark.instrument(),
                        mark.quantity().units(),
                        mark.to().amount(),
                        null);
            case EntryDetail.Translated translated -> plain(detail, translated.amount());
        };
    }

    private static EventRow plain(EntryDetail detail, @Nullable Money amount) {
        return new EventRow(EntryWords.kind(detail), EntryWords.about(detail), null, null, null, amount);
    }

    private static EventRow leg(EntryDetail detail, Leg leg) {
        return new EventRow(
                EntryWords.kind(detail),
                EntryWords.about(detail),
                leg.instrument(),
                leg.quantity().units(),
                leg.price().amount(),
                leg.proceeds());
    }

    /** Currency everything of the entry is converted to. */
    static @Nullable String baseCurrency(JournalEntry entry) {
        return entry.impacts().stream()
                .map(Impact::rate)
                .map(rate -> rate.to().code())
                .findFirst()
                .orElse(null);
    }
}
