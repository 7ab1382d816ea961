package io.flexledger.report.day;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

/** What the days of the tests are about: clocks, currencies, instruments, rates. */
public final class Market {

    public static final CurrencyCode HKD = CurrencyCode.of("HKD");
    public static final CurrencyCode USD = CurrencyCode.of("USD");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private Market() {}

    public static Instrument share(String symbol) {
        return new Instrument(InstrumentId.conid(symbol), symbol, null, "STK", USD, BigDecimal.ONE, null, Map.of());
    }

    public static Instrument option(String conid, String underlying, String strike, Right right, String expiry) {
        var terms = new OptionTerms(right, new BigDecimal(strike), LocalDate.parse(expiry), null, underlying);
        var symbol = underlying + "   " + expiry.substring(2).replace("-", "")
                + right.name().charAt(0) + "00" + strike + "000";
        return new Instrument(
                InstrumentId.conid(conid), symbol, null, "OPT", USD, new BigDecimal("100"), terms, Map.of());
    }

    public static FxRate rate(String rate) {
        return rate(rate, FxRate.Source.ROW);
    }

    public static FxRate rate(String rate, FxRate.Source source) {
        return new FxRate(USD, HKD, new BigDecimal(rate), source);
    }

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    public static Money hkd(String amount) {
        return Money.of(amount, "HKD");
    }

    public static Instant newYork(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    public static Holding holding(
            Instrument instrument, String quantity, String mark, String value, String costBasis, FxRate rate) {
        return new Holding(
                instrument,
                Quantity.of(quantity),
                usd(mark),
                MarkSource.OPEN_POSITIONS,
                usd(value),
                usd(costBasis),
                rate);
    }
}
