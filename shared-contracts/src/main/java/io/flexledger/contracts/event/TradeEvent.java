package io.flexledger.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to positions: executions, the broker's own bookings, cancellations, and what names or details them. */
public sealed interface TradeEvent extends CanonicalEvent {

    /**
     * One execution of an order (FIX 35=8, 150=F), or a booking of the broker that moves a position without one: an
     * expiry, or a leg of an assignment or exercise. What the query did not select is absent, not zero, so
     * that another version of the fact can complete it.
     *
     * @param bookEntry  true for the broker's own bookings ({@code BookTrade}), which have no order
     * @param quantity   units or contracts, positive bought, negative sold, never zero
     * @param price      per unit, before commission
     * @param proceeds   minus quantity times price times multiplier: positive is cash in
     * @param commission as the broker signs it: negative is a cost, positive a rebate; may be in another currency
     * @param taxes      negative is a cost
     * @param fxRate     the row's own rate to the base currency
     * @param effect     the broker's {@code openCloseIndicator}
     * @param notes      the broker's codes, such as A (assignment), Ex (exercise), Ep (expiry), P (partial)
     */
    record Fill(
            Fact fact,
            FillIds ids,
            Instrument instrument,
            @Nullable Boolean bookEntry,
            LocalDate tradeDate,
            @Nullable LocalDate settleDate,
            Quantity quantity,
            Money price,
            Money proceeds,
            @Nullable Money commission,
            @Nullable Money taxes,
            @Nullable FxRate fxRate,
            @Nullable Effect effect,
            @Nullable List<String> notes,
            BrokerFigures broker)
            implements TradeEvent {

        public Fill {
            notes = notes == null ? null : List.copyOf(notes);
            if (quantity.isZero()) {
                throw new IllegalArgumentException("quantity must not be zero: " + ids);
            }
        }

        @JsonIgnore
        public boolean isBooking() {
            return Boolean.TRUE.equals(bookEntry);
        }

        /** Zero in the price's currency where not selected. */
        public Charges charges() {
            return Charges.of(commission, taxes, price.currency());
        }

        /** The broker's codes; none where not selected. */
        public List<String> codes() {
            return notes == null ? List.of() : notes;
        }

        @Override
        public Fill with(Fact fact) {
            return new Fill(
                    fact,
                    ids,
                    instrument,
                    bookEntry,
                    tradeDate,
                    settleDate,
                    quantity,
                    price,
                    proceeds,
                    commission,
                    taxes,
                    fxRate,
                    effect,
                    notes,
                    broker);
        }
    }

    /** What an execution cost beside its price. */
    record Charges(Money commission, Money taxes) {

        static Charges of(@Nullable Money commission, @Nullable Money taxes, CurrencyCode priced) {
            return new Charges(
                    commission == null ? Money.zero(priced) : commission, taxes == null ? Money.zero(priced) : taxes);
        }

        public List<Money> each() {
            return List.of(commission, taxes);
        }
    }

    /** What an execution does to the position, where the broker says so. */
    enum Effect {
        OPEN,
        CLOSE,
        /** Crosses zero: closes everything and opens the rest on the other side. */
        CLOSE_AND_OPEN
    }

    /**
     * The broker's ids of an execution; each may be absent.
     *
     * @param transactionId unique per row, the identity where it is selected
     * @param tradeId       also names the row in OptionEAE; reused by a rebooking
     * @param execId        the Gateway's {@code execId}; empty for bookings
     */
    record FillIds(
            @Nullable String transactionId,
            @Nullable String tradeId,
            @Nullable String execId,
            @Nullable String orderId) {

        /** What all versions of the execution share; null for whatever is none, such as the broker's own booking. */
        @JsonIgnore
        public @Nullable String execution() {
            return execId == null || execId.isBlank()
                    ? null
                    : ExecutionId.of(execId).base();
        }
    }

    /**
     * The broker's own results for an execution: checks, never inputs of the fold.
     *
     * @param cost       signed as stated: opening minus net cash; closing the cost of the closed lots
     * @param realized   {@code fifoPnlRealized}, closing rows only, net of both sides' commission
     * @param markToMarket {@code mtmPnl}, without commission
     * @param closePrice mark of the contract at the close of the report date
     */
    record BrokerFigures(
            @Nullable Money netCash,
            @Nullable Money cost,
            @Nullable Money realized,
            @Nullable Money markToMarket,
            @Nullable Money closePrice) {}

    /**
     * The broker took an execution back (TradeCancel). The original row stays; this one reverses it. Absent charges were
     * not selected.
     *
     * @param originalTransactionId the cancelled row, where stated
     * @param originalTradeId       else the trade to look for, with the same instrument and the opposite quantity
     */
    record FillCancelled(
            Fact fact,
            FillIds ids,
            Instrument instrument,
            @Nullable String originalTransactionId,
            @Nullable String originalTradeId,
            Quantity quantity,
            Money price,
            Money proceeds,
            @Nullable Money commission,
            @Nullable Money taxes,
            @Nullable FxRate fxRate)
            implements TradeEvent {
        /** Zero in the price's currency where not selected. */
        public Charges charges() {
            return Charges.of(commission, taxes, price.currency());
        }

        @Override
        public FillCancelled with(Fact fact) {
            return new FillCancelled(
                    fact,
                    ids,
                    instrument,
                    originalTransactionId,
                    originalTradeId,
                    quantity,
                    price,
                    proceeds,
                    commission,
                    taxes,
                    fxRate);
        }
    }

    /**
     * One row of OptionEAE: names what a booking was. It moves nothing itself.
     *
     * @param kind    the broker's word: Assignment, Exercise, Expiration, Buy, Sell
     * @param tradeId the booking it describes
     */
    record OptionEvent(
            Fact fact,
            Instrument instrument,
            String kind,
            @Nullable String tradeId,
            Quantity quantity,
            @Nullable Money tradePrice,
            @Nullable Money realized,
            @Nullable Money markToMarket)
            implements TradeEvent {
        @Override
        public OptionEvent with(Fact fact) {
            return new OptionEvent(fact, instrument, kind, tradeId, quantity, tradePrice, realized, markToMarket);
        }
    }

    /** One tax or levy on a trade, already contained in the fill's {@code taxes}: detail, moves nothing itself. */
    record TransactionTax(
            Fact fact,
            @Nullable InstrumentId instrument,
            @Nullable String tradeId,
            @Nullable String description,
            Money amount)
            implements TradeEvent {
        @Override
        public TransactionTax with(Fact fact) {
            return new TransactionTax(fact, instrument, tradeId, description, amount);
        }
    }
}
