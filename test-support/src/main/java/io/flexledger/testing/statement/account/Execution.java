package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One fill or booking as it reaches the account.
 *
 * @param time market wall time, New York
 * @param quantity positive bought, negative sold
 * @param price per unit, zero for the option leg of an exercise and for an expiry
 * @param commission negative is a cost, positive a rebate
 * @param taxes negative is a cost
 * @param exchange where it traded, {@code --} for a booking
 * @param order one key for all fills of an order
 * @param rate overrides the day's conversion rate on this row; null is the ordinary case
 */
public record Execution(
        Instrument instrument,
        LocalDateTime time,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal commission,
        BigDecimal taxes,
        String exchange,
        Reason reason,
        Order order,
        @Nullable BigDecimal rate) {

    /** Why the position moved. */
    public enum Reason {
        TRADE("", "ExchTrade"),
        ASSIGNMENT("A", "BookTrade"),
        EXERCISE("Ex", "BookTrade"),
        EXPIRY("Ep", "BookTrade");

        private final String note;
        private final String transactionType;

        Reason(String note, String transactionType) {
            this.note = note;
            this.transactionType = transactionType;
        }

        public String note() {
            return note;
        }

        public String transactionType() {
            return transactionType;
        }

        public boolean delivers() {
            return this == ASSIGNMENT || this == EXERCISE;
        }
    }

    /**
     * The order behind a fill.
     *
     * @param type {@code MKT}, {@code LMT}; empty for a booking
     * @param partial whether several fills share the order
     */
    public record Order(String id, String type, LocalDateTime placed, boolean viaApi, boolean partial) {}

    /** A booking without an order: an exercise, an assignment, an expiry. */
    static Execution booking(
            Instrument instrument, LocalDateTime time, BigDecimal quantity, BigDecimal price, Reason reason) {
        Order none = new Order("", "", time, false, false);
        return new Execution(
                instrument, time, quantity, price, BigDecimal.ZERO, BigDecimal.ZERO, "--", reason, none, null);
    }

    Execution charged(BigDecimal charge) {
        return new Execution(instrument, time, quantity, price, charge, taxes, exchange, reason, order, rate);
    }

    public LocalDate tradeDate() {
        return time.toLocalDate();
    }

    /** Cash from the price alone: positive in, negative out. */
    public BigDecimal proceeds() {
        return quantity.negate().multiply(price).multiply(instrument.multiplier());
    }

    public BigDecimal netCash() {
        return proceeds().add(commission).add(taxes);
    }

    public boolean buys() {
        return quantity.signum() > 0;
    }

    /** An option position that turns into shares: it leaves without profit, its premium moves into the shares. */
    public boolean surrendersOption() {
        return reason.delivers() && instrument instanceof Instrument.Option;
    }
}
