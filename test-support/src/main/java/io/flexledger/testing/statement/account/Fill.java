package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An execution as booked: with its ids, the lots it closed and what they realised.
 *
 * @param cost signed so that netCash + cost is the realised result, before a premium that is rolled in
 * @param realized after both sides' commission, zero for an opening
 */
public record Fill(
        Ids ids,
        Execution execution,
        LocalDate reportDate,
        LocalDate settleDate,
        Effect effect,
        BigDecimal cost,
        BigDecimal realized,
        List<Lot.Closing> closings) {

    public Fill {
        closings = List.copyOf(closings);
    }

    /** The broker's names for one fill; the execution id is empty on bookings. */
    public record Ids(String transaction, String trade, String execution, String brokerageOrder, String external) {}

    /** Whether a fill opens, closes, or crosses zero and does both. */
    public enum Effect {
        OPEN("O"),
        CLOSE("C"),
        CLOSE_AND_OPEN("C;O");

        private final String code;

        Effect(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public boolean opens() {
            return this != CLOSE;
        }
    }

    public Instrument instrument() {
        return execution.instrument();
    }

    /** Profit from this fill to the close, without commission. */
    public BigDecimal markedProfit(BigDecimal closePrice) {
        return closePrice
                .subtract(execution.price())
                .multiply(execution.quantity())
                .multiply(instrument().multiplier());
    }

    /** The rate on the row: the day's, unless the row carries its own. */
    public BigDecimal rate(Rates rates) {
        BigDecimal own = execution.rate();
        return own == null ? rates.of(instrument().currency()) : own;
    }

    /** The order's id; a booking has no order and repeats its transaction. */
    public String orderId() {
        return execution.reason() == Execution.Reason.TRADE ? execution.order().id() : ids.transaction();
    }
}
