package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.ReferenceEvent.AccountDescribed;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.reading.Reason;
import java.math.BigDecimal;

/** The account, its instruments, and the day's rates. */
final class ReferenceRows {

    /** Stands where a currency had no rate on that day. */
    private static final BigDecimal NO_RATE = BigDecimal.ONE.negate();

    private ReferenceRows() {}

    /** {@code AccountInformation}: names and addresses are left where they are. */
    static Verdict account(Cells row) {
        var currency = row.requiredCurrency("currency");
        row.statement().stateBase(row.account(), currency);
        var day = row.statement().artifact().to();
        return new Verdict.Stated(new AccountDescribed(
                Facts.keyed(row, "account", row.account().value(), day, Moment.of(day)),
                currency,
                row.text("accountType"),
                row.date("dateOpened")));
    }

    /** {@code SecuritiesInfo}. */
    static Verdict security(Cells row) {
        var instrument = Instruments.required(row, row.requiredCurrency("currency"));
        var day = row.statement().artifact().to();
        return new Verdict.Stated(new InstrumentDescribed(
                Facts.keyed(row, "instrument", instrument.id().value(), day, Moment.of(day)), instrument));
    }

    /** {@code ConversionRates}. */
    static Verdict conversionRate(Cells row) {
        var day = Facts.reportDate(row);
        var from = row.requiredCurrency("fromCurrency");
        var to = row.requiredCurrency("toCurrency");
        var rate = row.requiredNumber("rate");
        if (rate.compareTo(NO_RATE) == 0) {
            return new Verdict.Evidence("the broker had no rate");
        }
        if (rate.signum() <= 0) {
            throw new RefusedException(
                    Reason.BAD_NUMBER,
                    "rate",
                    rate.toPlainString(),
                    "a positive rate",
                    "compare the row with the broker's statement");
        }
        return new Verdict.Stated(new RateStated(
                Facts.keyed(row, "rate", Facts.key(day, from, to), day, Moment.of(day)),
                new FxRate(from, to, rate, FxRate.Source.CONVERSION_RATES)));
    }
}
