package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.CashMovement;
import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Rates;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Cash: CashReport, CashTransactions, TransactionTaxes. */
final class CashSections {

    private CashSections() {}

    static void report(Period period, FlexWriter out) throws IOException {
        TradingDay first = period.first();
        TradingDay last = period.last();
        CashFlows inBase = CashFlows.inBase(period);
        BigDecimal starting = converted(first.cash().opening(), first.openingRates());
        BigDecimal ending = converted(last.cash().closing(), last.rates());
        Row summary = row(period, "BASE_SUMMARY", "BaseCurrency")
                .set("startingCash", starting)
                .set("fxTranslationGainLoss", ending.subtract(starting).subtract(inBase.total()))
                .set("endingCash", ending)
                .set("endingSettledCash", converted(last.cash().settled(), last.rates()));
        inBase.fill(summary);
        out.row(summary);
        for (String currency : currencies(period, last)) {
            Row row = row(period, currency, "Currency")
                    .set("startingCash", first.cash().opening().getOrDefault(currency, BigDecimal.ZERO))
                    .set("endingCash", last.cash().closing().getOrDefault(currency, BigDecimal.ZERO))
                    .set("endingSettledCash", last.cash().settled().getOrDefault(currency, BigDecimal.ZERO));
            CashFlows.ofCurrency(period, currency).fill(row);
            out.row(row);
        }
    }

    /** Base first, the others by name. */
    static Set<String> currencies(Period period, TradingDay last) {
        Set<String> others = new TreeSet<>(last.cash().closing().keySet());
        others.remove(period.base());
        Set<String> all = new LinkedHashSet<>(Set.of(period.base()));
        all.addAll(others);
        return all;
    }

    private static Row row(Period period, String currency, String level) {
        return period.row(Layouts.CASH_REPORT)
                .set("currency", currency)
                .set("levelOfDetail", level)
                .set("fromDate", period.from())
                .set("toDate", period.to());
    }

    static BigDecimal converted(Map<String, BigDecimal> balances, Rates rates) {
        return balances.entrySet().stream()
                .map(balance -> balance.getValue().multiply(rates.of(balance.getKey())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static void transactions(Period period, FlexWriter out) throws IOException {
        for (TradingDay day : period.days()) {
            for (CashMovement movement : day.cash().movements()) {
                Row row = period.row(Layouts.CASH_TRANSACTION)
                        .set("currency", movement.currency())
                        .set("fxRateToBase", day.rates().of(movement.currency()))
                        .set("dateTime", movement.time())
                        .set("settleDate", movement.time().toLocalDate())
                        .set("amount", movement.amount())
                        .set("type", movement.kind().label())
                        .set("transactionID", movement.transactionId())
                        .set("reportDate", day.date())
                        .set("levelOfDetail", "DETAIL");
                Instrument instrument = movement.instrument();
                if (instrument != null) {
                    row.instrument(instrument);
                }
                out.row(row.set("description", movement.description()));
            }
        }
    }

    static void transactionTaxes(Period period, FlexWriter out) throws IOException {
        for (TradingDay day : period.days()) {
            for (Fill fill : day.fills()) {
                if (fill.execution().taxes().signum() != 0) {
                    out.row(period.row(Layouts.TRANSACTION_TAX)
                            .set("currency", fill.instrument().currency())
                            .set("fxRateToBase", fill.rate(day.rates()))
                            .instrument(fill.instrument())
                            .set("date", fill.execution().tradeDate())
                            .set("reportDate", day.date())
                            .set("taxDescription", "Financial transaction tax")
                            .set("quantity", fill.execution().quantity())
                            .set("taxAmount", fill.execution().taxes())
                            .set("tradeId", fill.ids().trade())
                            .set("tradePrice", fill.execution().price())
                            .set("levelOfDetail", "SUMMARY"));
                }
            }
        }
    }
}
