package io.flexledger.contracts.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a journal entry tells, by kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EntryDetail.Opening.class, name = "opening"),
    @JsonSubTypes.Type(value = EntryDetail.Traded.class, name = "trade"),
    @JsonSubTypes.Type(value = EntryDetail.Cancelled.class, name = "cancellation"),
    @JsonSubTypes.Type(value = EntryDetail.Expired.class, name = "expiry"),
    @JsonSubTypes.Type(value = EntryDetail.Delivered.class, name = "delivery"),
    @JsonSubTypes.Type(value = EntryDetail.CashBooked.class, name = "cash"),
    @JsonSubTypes.Type(value = EntryDetail.InterestAccrued.class, name = "interest-accrual"),
    @JsonSubTypes.Type(value = EntryDetail.StatedOnly.class, name = "stated-only"),
    @JsonSubTypes.Type(value = EntryDetail.Marked.class, name = "mark"),
    @JsonSubTypes.Type(value = EntryDetail.Translated.class, name = "translation"),
})
public sealed interface EntryDetail {

    /** Balances before the first statement, against {@code Equity:Opening}. */
    record Opening(List<Money> cash, List<Money> accruals, int positions) implements EntryDetail {}

    /** An execution. */
    record Traded(Leg leg) implements EntryDetail {}

    /** An execution taken back by the broker. */
    record Cancelled(Leg leg, @Nullable EventId original) implements EntryDetail {}

    /** An option that ended worthless, or was bought back at nothing by the clearing house. */
    record Expired(Leg leg, Recognition recognition) implements EntryDetail {}

    /**
     * An option turned into shares: the option legs close at nothing and the shares are booked at the strike.
     *
     * @param shares absent where only the option leg was delivered, or the option settles in cash
     */
    record Delivered(
            DeliveryKind delivery,
            List<Leg> options,
            @Nullable Leg shares,
            Recognition recognition) implements EntryDetail {}

    /**
     * Cash with no execution.
     *
     * @param external true for money that enters or leaves the account: a flow, not a result
     */
    record CashBooked(
            String cashType,
            Money amount,
            FxRate rate,
            @Nullable String description,
            @Nullable InstrumentId instrument,
            boolean external,
            boolean inferred)
            implements EntryDetail {}

    /** Interest booked as earned or owed, or taken back because it was paid. */
    record InterestAccrued(Money accrued, Money reversal, Money ending, FxRate rate) implements EntryDetail {}

    /** A component of ChangeInNAV that no delivered row itemises: booked as the broker states it, in base. */
    record StatedOnly(String component, Money amount) implements EntryDetail {}

    /** An open position valued at the close. */
    record Marked(Instrument instrument, Quantity quantity, Money from, Money to, FxRate rate, MarkSource source)
            implements EntryDetail {}

    /**
     * Balances of one currency worth more or less in base through the rate alone.
     *
     * @param balance     cash, positions and accruals in the currency at the start of the day
     * @param amount      total effect in base, rates of single rows that differ from the day's included
     */
    record Translated(Money balance, FxRate from, FxRate to, Money amount) implements EntryDetail {}

    enum DeliveryKind {
        ASSIGNMENT,
        EXERCISE
    }

    /** How a booking was told to be an expiry, assignment or exercise, strongest first. */
    enum Recognition {
        /** OptionEAE names the booking by its trade id. */
        OPTION_EVENT,
        /** The row's notes: A, Ex, Ep. */
        NOTES,
        /** Option and stock leg agree in time, underlying, strike and units. */
        PAIRING,
        /** Only the shape of the row is left: an option booking at nothing is an expiry. */
        INFERRED
    }

    /** Who stated a mark, strongest first. */
    enum MarkSource {
        OPEN_POSITIONS,
        CLOSE_PRICE,
        /** The gateway's, while the day runs: provisional. */
        GATEWAY,
        /** Last execution on or before the day: provisional. */
        LAST_TRADE,
        /** Nothing newer than the previous mark: provisional. */
        PREVIOUS;

        public boolean isProvisional() {
            return this == GATEWAY || this == LAST_TRADE || this == PREVIOUS;
        }
    }

    /**
     * One execution or booking with what it did to the position.
     *
     * @param closed         units closed, unsigned
     * @param opened         units opened, unsigned
     * @param brokerRealized {@code fifoPnlRealized} where the statement has it
     * @param brokerMarkToMarket {@code mtmPnl} where the statement has it
     */
    record Leg(
            EventId event,
            Source source,
            TradeEvent.FillIds ids,
            Instrument instrument,
            Quantity quantity,
            Money price,
            Money proceeds,
            Money commission,
            Money taxes,
            FxRate rate,
            Quantity closed,
            Quantity opened,
            @Nullable Money brokerRealized,
            @Nullable Money brokerMarkToMarket) {}
}
