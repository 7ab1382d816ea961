package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.account.TradingDay.Holding;
import io.flexledger.testing.statement.xml.FlexText;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** AccountInformation, SecuritiesInfo and ConversionRates. */
final class ReferenceSections {

    private ReferenceSections() {}

    static void accountInformation(Period period, FlexWriter out) throws IOException {
        String lastTraded = "";
        for (TradingDay day : period.days()) {
            for (Fill fill : day.fills()) {
                lastTraded = FlexText.date(fill.execution().tradeDate());
            }
        }
        out.row(period.row(Layouts.ACCOUNT_INFORMATION)
                .set("currency", period.base())
                .set("name", "Sample Holder")
                .set("accountType", "Individual")
                .set("customerType", "Individual")
                .set("accountCapabilities", "Margin")
                .set("tradingPermissions", "Stocks,Options")
                .set("dateOpened", "20240102")
                .set("dateFunded", "20240103")
                .set("lastTradedDate", lastTraded)
                .set("country", "Hong Kong")
                .set("countryResidentialAddress", "Hong Kong")
                .set("ibEntity", "IB-HK"));
    }

    /** Every instrument that was held or traded, and the underlying of every option. */
    static void securities(Period period, FlexWriter out) throws IOException {
        Set<Instrument> seen = new LinkedHashSet<>();
        for (TradingDay day : period.days()) {
            day.openingHoldings().stream().map(Holding::instrument).forEach(held -> add(seen, held));
            day.fills().stream().map(Fill::instrument).forEach(traded -> add(seen, traded));
            day.accruals().openDividends().forEach(dividend -> add(seen, dividend.stock()));
        }
        for (Instrument instrument : seen) {
            Row row = Layouts.SECURITY_INFO
                    .row()
                    .set("currency", instrument.currency())
                    .instrument(instrument);
            if (instrument instanceof Option) {
                row.set("underlyingCategory", "STK").set("settlementPolicyMethod", "Delivery");
            }
            out.row(row);
        }
    }

    private static void add(Set<Instrument> seen, Instrument instrument) {
        if (instrument instanceof Option option) {
            seen.add(option.underlying());
        }
        seen.add(instrument);
    }

    static void conversionRates(Period period, FlexWriter out) throws IOException {
        for (TradingDay day : period.days()) {
            for (Map.Entry<String, BigDecimal> rate : day.rates().toBase().entrySet()) {
                out.row(Layouts.CONVERSION_RATE
                        .row()
                        .set("reportDate", day.date())
                        .set("fromCurrency", rate.getKey())
                        .set("toCurrency", period.base())
                        .set("rate", rate.getValue()));
            }
        }
    }
}
