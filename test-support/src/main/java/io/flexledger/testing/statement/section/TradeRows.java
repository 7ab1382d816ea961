package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.Execution;
import io.flexledger.testing.statement.account.Execution.Reason;
import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.Lot.Closing;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.Layout;
import io.flexledger.testing.statement.xml.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the Trades section, one method per level. */
final class TradeRows {

    private static final int PRICE_DECIMALS = 9;

    private TradeRows() {}

    static Row symbolSummary(Period period, TradingDay day, List<Fill> fills) {
        Fill first = fills.getFirst();
        String exchanges = fills.stream()
                .map(fill -> fill.execution().exchange())
                .distinct()
                .collect(Collectors.joining(","));
        return summed(base(period, Layouts.SYMBOL_SUMMARY, first), day, fills)
                .set("settleDateTarget", first.settleDate())
                .set("exchange", exchanges.contains(",") ? "MULTI" : exchanges)
                .set("levelOfDetail", "SYMBOL_SUMMARY");
    }

    static Row order(Period period, TradingDay day, List<Fill> fills) {
        Fill first = fills.getFirst();
        Execution.Order order = first.execution().order();
        Row row = summed(base(period, Layouts.ORDER, first), day, fills)
                .set("fxRateToBase", first.rate(day.rates()))
                .set("dateTime", first.execution().time())
                .set("settleDateTarget", first.settleDate())
                .set("closePrice", day.mark(first.instrument()))
                .set("openCloseIndicator", effects(fills))
                .set("notes", notes(fills))
                .set("ibOrderID", first.orderId())
                .set("orderType", order.type())
                .set("levelOfDetail", "ORDER");
        return first.execution().reason() == Reason.TRADE ? row.set("orderTime", order.placed()) : row;
    }

    private static String effects(List<Fill> fills) {
        return fills.stream()
                .flatMap(fill -> Stream.of(fill.effect().code().split(";", -1)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** What the order did and why, in the alphabet's order. */
    private static String notes(List<Fill> fills) {
        Execution first = fills.getFirst().execution();
        return Stream.of(effects(fills), first.reason().note(), partial(first))
                .flatMap(notes -> Stream.of(notes.split(";", -1)))
                .filter(note -> !note.isEmpty())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private static String partial(Execution execution) {
        return execution.order().partial() ? "P" : "";
    }

    static Row execution(Period period, TradingDay day, Fill fill) {
        Execution execution = fill.execution();
        Row row = summed(base(period, Layouts.TRADE, fill), day, List.of(fill))
                .set("fxRateToBase", fill.rate(day.rates()))
                .set("tradeID", fill.ids().trade())
                .set("dateTime", execution.time())
                .set("settleDateTarget", fill.settleDate())
                .set("transactionType", execution.reason().transactionType())
                .set("exchange", execution.exchange())
                .set("closePrice", day.mark(fill.instrument()))
                .set("openCloseIndicator", fill.effect().code())
                .set(
                        "notes",
                        execution.reason() == Reason.TRADE
                                ? partial(execution)
                                : execution.reason().note())
                .set("origTradePrice", "0")
                .set("origOrderID", "0")
                .set("origTransactionID", "0")
                .set("ibOrderID", fill.orderId())
                .set("transactionID", fill.ids().transaction())
                .set("ibExecID", fill.ids().execution())
                .set("brokerageOrderID", fill.ids().brokerageOrder())
                .set("exchOrderId", "N/A")
                .set("extExecID", fill.ids().external())
                .set("levelOfDetail", "EXECUTION")
                .set("changeInPrice", "0")
                .set("changeInQuantity", "0")
                .set("orderType", execution.order().type())
                .set("isAPIOrder", execution.order().viaApi() ? "Y" : "N");
        return execution.reason() == Reason.TRADE
                ? row.set("orderTime", execution.order().placed())
                : row;
    }

    static Row closedLot(Period period, TradingDay day, Fill fill, Closing closing) {
        return base(period, Layouts.LOT, fill)
                .set("fxRateToBase", fill.rate(day.rates()))
                .set("dateTime", fill.execution().time())
                .set("exchange", closing.lot().opening().exchange())
                .set("quantity", closing.lot().quantity())
                .set("tradePrice", closing.lot().unitCost())
                .set("openCloseIndicator", "C")
                .set(
                        "notes",
                        HoldingPeriod.of(
                                closing.lot().opening().time(), fill.execution().tradeDate()))
                .set("cost", closing.lot().cost())
                .set("fifoPnlRealized", closing.realized())
                .set("transactionID", closing.lot().opening().transactionId())
                .set("openDateTime", closing.lot().opening().time())
                .set("holdingPeriodDateTime", closing.lot().opening().time())
                .set("levelOfDetail", "CLOSED_LOT");
    }

    private static Row base(Period period, Layout layout, Fill fill) {
        return period.row(layout)
                .set("currency", fill.instrument().currency())
                .instrument(fill.instrument())
                .set("reportDate", fill.reportDate())
                .set("tradeDate", fill.execution().tradeDate())
                .set("buySell", fill.execution().buys() ? "BUY" : "SELL");
    }

    private static Row summed(Row row, TradingDay day, List<Fill> fills) {
        BigDecimal quantity = sum(fills, fill -> fill.execution().quantity());
        BigDecimal proceeds = sum(fills, fill -> fill.execution().proceeds());
        BigDecimal units = quantity.multiply(fills.getFirst().instrument().multiplier());
        return row.set("quantity", quantity)
                .set("tradePrice", proceeds.negate().divide(units, PRICE_DECIMALS, RoundingMode.HALF_EVEN))
                .set("tradeMoney", proceeds.negate())
                .set("proceeds", proceeds)
                .set("taxes", sum(fills, fill -> fill.execution().taxes()))
                .set("ibCommission", sum(fills, fill -> fill.execution().commission()))
                .set("ibCommissionCurrency", fills.getFirst().instrument().currency())
                .set("netCash", sum(fills, fill -> fill.execution().netCash()))
                .set("cost", sum(fills, Fill::cost))
                .set("fifoPnlRealized", sum(fills, Fill::realized))
                .set("mtmPnl", sum(fills, fill -> fill.markedProfit(day.mark(fill.instrument()))))
                .set("accruedInt", "0");
    }

    private static BigDecimal sum(List<Fill> fills, Function<Fill, BigDecimal> figure) {
        return fills.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
