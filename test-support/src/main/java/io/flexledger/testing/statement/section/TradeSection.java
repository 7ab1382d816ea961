package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.Lot.Closing;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.FlexWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Trades: the same money at four levels, from the asset class down to the fill, and the lots each fill closed. Grouped by
 * asset class, within it by day and symbol.
 */
final class TradeSection {

    private TradeSection() {}

    static void write(Period period, FlexWriter out) throws IOException {
        for (String category : List.of("STK", "OPT")) {
            assetSummary(period, category, out);
            for (TradingDay day : period.days()) {
                Map<String, List<Fill>> bySymbol = new TreeMap<>();
                day.fills().stream()
                        .filter(fill -> fill.instrument().category().equals(category))
                        .forEach(fill -> bySymbol.computeIfAbsent(
                                        fill.instrument().symbol(), _ -> new ArrayList<>())
                                .add(fill));
                for (List<Fill> fills : bySymbol.values()) {
                    symbol(period, day, fills, out);
                }
            }
        }
    }

    private static void assetSummary(Period period, String category, FlexWriter out) throws IOException {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal proceeds = BigDecimal.ZERO;
        BigDecimal taxes = BigDecimal.ZERO;
        BigDecimal commission = BigDecimal.ZERO;
        boolean traded = false;
        for (TradingDay day : period.days()) {
            for (Fill fill : day.fills()) {
                if (fill.instrument().category().equals(category)) {
                    BigDecimal rate = fill.rate(day.rates());
                    quantity = quantity.add(fill.execution().quantity().abs());
                    proceeds = proceeds.add(fill.execution().proceeds().multiply(rate));
                    taxes = taxes.add(fill.execution().taxes().multiply(rate));
                    commission = commission.add(fill.execution().commission().multiply(rate));
                    traded = true;
                }
            }
        }
        if (traded && period.shows(TradeLevel.ASSET_SUMMARY)) {
            out.row(period.row(Layouts.ASSET_SUMMARY)
                    .set("assetCategory", category)
                    .set("quantity", quantity)
                    .set("proceeds", proceeds)
                    .set("taxes", taxes)
                    .set("ibCommission", commission)
                    .set("levelOfDetail", "ASSET_SUMMARY"));
        }
    }

    private static void symbol(Period period, TradingDay day, List<Fill> fills, FlexWriter out) throws IOException {
        Map<String, List<Fill>> bySide = group(
                fills, fill -> fill.execution().tradeDate() + (fill.execution().buys() ? "BUY" : "SELL"));
        if (period.shows(TradeLevel.SYMBOL_SUMMARY)) {
            for (List<Fill> side : bySide.values()) {
                out.row(TradeRows.symbolSummary(period, day, side));
            }
        }
        for (List<Fill> order : group(fills, Fill::orderId).values()) {
            if (period.shows(TradeLevel.ORDER)) {
                out.row(TradeRows.order(period, day, order));
            }
            for (Fill fill : order) {
                fill(period, day, fill, out);
            }
        }
    }

    private static void fill(Period period, TradingDay day, Fill fill, FlexWriter out) throws IOException {
        if (period.shows(TradeLevel.EXECUTION)) {
            out.row(TradeRows.execution(period, day, fill));
        }
        if (period.shows(TradeLevel.CLOSED_LOT)) {
            for (Closing closing : fill.closings()) {
                out.row(TradeRows.closedLot(period, day, fill, closing));
            }
        }
    }

    private static Map<String, List<Fill>> group(Collection<Fill> fills, Function<Fill, String> key) {
        Map<String, List<Fill>> groups = new LinkedHashMap<>();
        fills.forEach(fill ->
                groups.computeIfAbsent(key.apply(fill), _ -> new ArrayList<>()).add(fill));
        return groups;
    }
}
