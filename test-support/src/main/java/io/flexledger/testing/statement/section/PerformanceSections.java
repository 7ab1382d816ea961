package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Lot;
import io.flexledger.testing.statement.account.Lot.Closing;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.account.TradingDay.Holding;
import io.flexledger.testing.statement.section.NavChange.Component;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Layout;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The two performance summaries per contract, in base currency at the rates of the rows. How the broker translates cost is
 * not known; here a result is translated once, at the rate of the day it was realised or is shown.
 */
final class PerformanceSections {

    private static final String TOTAL = "Total (All Assets)";

    private PerformanceSections() {}

    /** Sums of one contract by column. */
    private static final class Sums {

        private final Map<String, BigDecimal> columns = new LinkedHashMap<>();

        void add(String column, BigDecimal amount) {
            columns.merge(column, amount, BigDecimal::add);
        }

        void put(String column, BigDecimal amount) {
            columns.put(column, amount);
        }

        BigDecimal get(String column) {
            return columns.getOrDefault(column, BigDecimal.ZERO);
        }

        void fill(Row row) {
            columns.forEach(row::set);
        }
    }

    static void fifo(Period period, FlexWriter out) throws IOException {
        Map<Instrument, Sums> contracts = new LinkedHashMap<>();
        Sums total = new Sums();
        for (TradingDay day : period.days()) {
            for (Fill fill : day.fills()) {
                Sums sums = contracts.computeIfAbsent(fill.instrument(), _ -> new Sums());
                for (Closing closing : fill.closings()) {
                    BigDecimal realized = closing.realized().multiply(fill.rate(day.rates()));
                    String term = HoldingPeriod.of(
                            closing.lot().opening().time(), fill.execution().tradeDate());
                    String column = "realized" + term + (realized.signum() < 0 ? "Loss" : "Profit");
                    both(sums, total, column, realized);
                    both(sums, total, "totalRealizedPnl", realized);
                    both(sums, total, "totalFifoPnl", realized);
                }
            }
        }
        TradingDay last = period.last();
        for (Lot lot : last.openLots()) {
            Sums sums = contracts.computeIfAbsent(lot.instrument(), _ -> new Sums());
            BigDecimal value = lot.quantity()
                    .multiply(last.mark(lot.instrument()))
                    .multiply(lot.instrument().multiplier());
            BigDecimal unrealized = value.subtract(lot.cost())
                    .multiply(last.rates().of(lot.instrument().currency()));
            both(sums, total, unrealized.signum() < 0 ? "unrealizedLoss" : "unrealizedProfit", unrealized);
            both(sums, total, "totalUnrealizedPnl", unrealized);
            both(sums, total, "totalFifoPnl", unrealized);
        }
        rows(period, Layouts.FIFO_SUMMARY, contracts, out);
        Row row = period.row(Layouts.FIFO_SUMMARY).set("description", TOTAL).set("reportDate", period.to());
        total.fill(row);
        out.row(row);
    }

    private static void both(Sums one, Sums other, String column, BigDecimal amount) {
        one.add(column, amount);
        other.add(column, amount);
    }

    static void mtm(Period period, FlexWriter out) throws IOException {
        Map<Instrument, Sums> contracts = new LinkedHashMap<>();
        TradingDay first = period.first();
        for (Holding holding : first.openingHoldings()) {
            Sums sums = contracts.computeIfAbsent(holding.instrument(), _ -> new Sums());
            sums.put("prevCloseQuantity", holding.quantity());
            sums.put("prevClosePrice", holding.mark());
        }
        for (TradingDay day : period.days()) {
            marked(day, contracts);
        }
        for (Holding holding : period.last().closingHoldings()) {
            contracts.computeIfAbsent(holding.instrument(), _ -> new Sums()).put("closeQuantity", holding.quantity());
        }
        BigDecimal explained =
                contracts.values().stream().map(sums -> sums.get("total")).reduce(BigDecimal.ZERO, BigDecimal::add);
        NavChange nav = NavChange.of(period);
        BigDecimal total = nav.get(Component.MTM).add(nav.get(Component.COMMISSIONS));
        rows(period, Layouts.MTM_SUMMARY, contracts, out);
        // What no contract explains is the translation of the balances.
        out.row(period.row(Layouts.MTM_SUMMARY)
                .set("assetCategory", "CASH")
                .set("description", "FX Translations P&L")
                .set("reportDate", period.to())
                .set("priorOpenMtm", total.subtract(explained))
                .set("total", total.subtract(explained)));
        out.row(period.row(Layouts.MTM_SUMMARY)
                .set("description", "Total P/L")
                .set("reportDate", period.to())
                .set("total", total));
    }

    private static void marked(TradingDay day, Map<Instrument, Sums> contracts) {
        for (Holding holding : day.openingHoldings()) {
            Sums sums = contracts.computeIfAbsent(holding.instrument(), _ -> new Sums());
            BigDecimal mark = day.mark(holding.instrument());
            BigDecimal rate = day.rates().of(holding.instrument().currency());
            BigDecimal moved = holding.valueAt(mark).subtract(holding.value()).multiply(rate);
            sums.put("closePrice", mark);
            both(sums, moved, "priorOpenMtm");
        }
        for (Fill fill : day.fills()) {
            Sums sums = contracts.computeIfAbsent(fill.instrument(), _ -> new Sums());
            BigDecimal mark = day.mark(fill.instrument());
            sums.put("closePrice", mark);
            both(sums, fill.markedProfit(mark).multiply(fill.rate(day.rates())), "transactionMtm");
            both(sums, fill.execution().commission().multiply(fill.rate(day.rates())), "commissions");
        }
    }

    private static void both(Sums sums, BigDecimal amount, String column) {
        sums.add(column, amount);
        sums.add("total", amount);
    }

    private static void rows(Period period, Layout layout, Map<Instrument, Sums> contracts, FlexWriter out)
            throws IOException {
        for (Map.Entry<Instrument, Sums> contract : contracts.entrySet()) {
            Row row = period.row(layout).instrument(contract.getKey()).set("reportDate", period.to());
            contract.getValue().fill(row);
            out.row(row);
        }
    }
}
