package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.ibkr.column.Times;
import io.flexledger.mapper.reading.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The columns that a fill and the cancellation of one share. */
record Execution(
        Instrument instrument,
        CurrencyCode currency,
        LocalDate reportDate,
        LocalDate tradeDate,
        Moment occurred,
        Quantity quantity,
        Money price,
        Money proceeds,
        @Nullable Money commission,
        @Nullable Money taxes,
        FillIds ids) {

    static Execution of(Cells row, boolean booking) {
        var currency = row.requiredCurrency("currency");
        var instrument = Instruments.required(row, currency);
        var reportDate = Facts.reportDate(row);
        var occurred = readOccurred(row, reportDate);
        var tradeDate = row.date("tradeDate");
        var quantity = readQuantity(row);
        var price = readPrice(row, currency, booking);
        var proceeds = row.money("proceeds", currency);
        var commissionCurrency = row.currency("ibCommissionCurrency");
        return new Execution(
                instrument,
                currency,
                reportDate,
                tradeDate == null ? occurred.date() : tradeDate,
                occurred,
                quantity,
                price,
                proceeds == null
                        ? price.times(quantity).times(instrument.multiplier()).negated()
                        : proceeds,
                row.moneyIfSelected("ibCommission", commissionCurrency == null ? currency : commissionCurrency),
                row.moneyIfSelected("taxes", currency),
                new FillIds(row.id("transactionID"), row.id("tradeID"), row.text("ibExecID"), row.id("ibOrderID")));
    }

    /** The time, where it stands alone, is beside the trade date. */
    private static Moment readOccurred(Cells row, LocalDate reportDate) {
        var stated = row.moment("dateTime");
        if (stated != null) {
            return stated;
        }
        var tradeDate = row.date("tradeDate");
        var date = tradeDate == null ? reportDate : tradeDate;
        var time = row.text("tradeTime");
        try {
            return time == null ? Moment.of(date) : Times.at(date, time);
        } catch (RefusedException e) {
            throw e.in("tradeTime");
        }
    }

    private static Quantity readQuantity(Cells row) {
        var quantity = row.requiredQuantity("quantity");
        var side = row.text("buySell");
        if (quantity.isZero()) {
            throw contradiction(quantity.toString(), "a quantity other than zero");
        }
        if ((quantity.signum() > 0 && "SELL".equals(side)) || (quantity.signum() < 0 && "BUY".equals(side))) {
            throw contradiction(side + " " + quantity, "a positive quantity bought, a negative one sold");
        }
        return quantity;
    }

    private static RefusedException contradiction(String found, String expectation) {
        return new RefusedException(
                Reason.CONTRADICTION, "quantity", found, expectation, "compare the row with the broker's statement");
    }

    /** The broker may leave the price of its own bookings empty. */
    private static Money readPrice(Cells row, CurrencyCode currency, boolean booking) {
        return booking && row.selected("tradePrice")
                ? row.moneyOrZero("tradePrice", currency)
                : row.requiredMoney("tradePrice", currency);
    }
}
