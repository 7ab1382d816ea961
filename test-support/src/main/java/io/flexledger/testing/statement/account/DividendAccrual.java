package io.flexledger.testing.statement.account;

import io.flexledger.testing.statement.account.Instrument.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A dividend declared but not yet paid.
 *
 * @param quantity shares held the evening before the ex-date; negative owes the dividend
 * @param tax to be withheld, positive, zero on a short position
 */
public record DividendAccrual(
        Stock stock,
        LocalDate exDate,
        LocalDate payDate,
        BigDecimal quantity,
        BigDecimal grossRate,
        BigDecimal gross,
        BigDecimal tax) {

    /** A posting of the day: {@code Po} the evening before the ex-date, {@code Re} on the pay date. */
    public record Posting(DividendAccrual accrual, boolean reversal) {

        public String code() {
            return reversal ? "Re" : "Po";
        }

        public BigDecimal signed(BigDecimal amount) {
            return reversal ? amount.negate() : amount;
        }

        public BigDecimal net() {
            return signed(accrual.net());
        }
    }

    public BigDecimal net() {
        return gross.subtract(tax);
    }
}
