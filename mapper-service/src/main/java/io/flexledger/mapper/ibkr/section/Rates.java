package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.reading.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The row's own rate to the base currency. */
final class Rates {

    private static final String COLUMN = "fxRateToBase";

    private Rates() {}

    /**
     * What the row states, as a rate between two currencies. The column alone does not name the base currency: where
     * that is only assumed, a rate of exactly 1 shows that the row's own currency is it, and any other rate of the
     * assumed currency that it is not.
     */
    static @Nullable FxRate toBase(Cells row, CurrencyCode from) {
        var rate = row.number(COLUMN);
        if (rate == null || rate.signum() == 0) {
            return null;
        }
        if (rate.signum() < 0) {
            throw new RefusedException(
                    Reason.BAD_NUMBER,
                    COLUMN,
                    rate.toPlainString(),
                    "a positive rate",
                    "compare the row with the broker's statement");
        }
        var terms = row.terms();
        boolean one = rate.compareTo(BigDecimal.ONE) == 0;
        if (terms.baseAssumed() && one) {
            return new FxRate(from, from, rate, FxRate.Source.ROW);
        }
        if (from.equals(terms.base()) && !one) {
            row.statement().drift().value(row.row().section(), COLUMN, "not 1 for the base currency");
            return null;
        }
        return new FxRate(from, terms.base(), rate, FxRate.Source.ROW);
    }
}
