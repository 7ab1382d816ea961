package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What holds on a trade row, and between the levels at which trades are repeated. */
final class TradeIdentities {

    private static final List<String> SUMMED =
            List.of("quantity", "proceeds", "taxes", "ibCommission", "netCash", "cost", "fifoPnlRealized", "mtmPnl");

    private TradeIdentities() {}

    static void proceeds(Statement statement, History history, Findings findings) {
        for (StatementRow trade : statement.executions("quantity", "tradePrice", "multiplier", "proceeds")) {
            BigDecimal notional = trade.amount("quantity")
                    .multiply(trade.amount("tradePrice"))
                    .multiply(trade.amount("multiplier"));
            findings.equal(trade, notional.negate(), trade.amount("proceeds"));
        }
    }

    static void netCash(Statement statement, History history, Findings findings) {
        for (StatementRow trade : statement.executions("proceeds", "ibCommission", "netCash")) {
            BigDecimal expected = trade.sum(List.of("proceeds", "ibCommission", "taxes"));
            findings.equal(trade, expected, trade.amount("netCash"));
        }
    }

    static void markedProfit(Statement statement, History history, Findings findings) {
        for (StatementRow trade :
                statement.executions("quantity", "tradePrice", "multiplier", "closePrice", "mtmPnl")) {
            BigDecimal move = trade.amount("closePrice").subtract(trade.amount("tradePrice"));
            BigDecimal expected = move.multiply(trade.amount("quantity")).multiply(trade.amount("multiplier"));
            findings.equal(trade, expected, trade.amount("mtmPnl"));
        }
    }

    static void taxes(Statement statement, History history, Findings findings) {
        if (!statement.hasSection("TransactionTaxes")) {
            return;
        }
        Map<String, BigDecimal> taxes = new LinkedHashMap<>();
        for (StatementRow tax : statement.rows("TransactionTax", "tradeId", "taxAmount")) {
            taxes.merge(tax.text("tradeId"), tax.amount("taxAmount"), BigDecimal::add);
        }
        for (StatementRow trade : statement.executions("tradeID", "taxes")) {
            BigDecimal expected = taxes.getOrDefault(trade.text("tradeID"), BigDecimal.ZERO);
            findings.equal(trade, expected, trade.amount("taxes"));
        }
    }

    static void ids(Statement statement, History history, Findings findings) {
        for (StatementRow trade : statement.executions("transactionID")) {
            unique(trade, history, findings);
        }
        for (StatementRow cash : statement.rows("CashTransaction", "transactionID")) {
            unique(cash, history, findings);
        }
    }

    private static void unique(StatementRow row, History history, Findings findings) {
        String id = row.text("transactionID");
        if (!id.isEmpty()) {
            findings.same(row, "an id of its own", history.firstSeen(id) ? "an id of its own" : "used before");
        }
    }

    static void orders(Statement statement, History history, Findings findings) {
        repeated(statement, "Order", row -> row.text("ibOrderID"), findings);
    }

    static void symbols(Statement statement, History history, Findings findings) {
        repeated(statement, "SymbolSummary", row -> row.text("conid"), findings);
    }

    /** Sums of an upper level against sums of the fills, key by key. */
    private static void repeated(
            Statement statement, String element, Function<StatementRow, String> key, Findings findings) {
        List<StatementRow> upper = statement.rows(element, "quantity", "proceeds");
        List<StatementRow> fills = statement.executions("quantity", "proceeds");
        if (upper.isEmpty() || fills.isEmpty() || key.apply(upper.getFirst()).isEmpty()) {
            return;
        }
        for (String column : SUMMED) {
            Map<String, BigDecimal> expected = sums(fills, key, column);
            Map<String, BigDecimal> actual = sums(upper, key, column);
            Set<String> keys = new TreeSet<>(expected.keySet());
            keys.addAll(actual.keySet());
            for (String one : keys) {
                findings.equal(
                        element + " " + one + " " + column,
                        expected.getOrDefault(one, BigDecimal.ZERO),
                        actual.getOrDefault(one, BigDecimal.ZERO));
            }
        }
    }

    private static Map<String, BigDecimal> sums(
            List<StatementRow> rows, Function<StatementRow, String> key, String column) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (StatementRow row : rows) {
            if (row.has(column)) {
                sums.merge(key.apply(row), row.amount(column), BigDecimal::add);
            }
        }
        return sums;
    }

    static void assets(Statement statement, History history, Findings findings) {
        List<StatementRow> fills = statement.executions("assetCategory", "fxRateToBase", "proceeds", "ibCommission");
        for (StatementRow summary : statement.rows("AssetSummary", "assetCategory", "proceeds", "ibCommission")) {
            List<StatementRow> own = fills.stream()
                    .filter(fill -> fill.is("assetCategory", summary.text("assetCategory")))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            for (String column : List.of("proceeds", "ibCommission")) {
                BigDecimal expected =
                        own.stream().map(fill -> fill.inBase(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
                findings.equalSums(summary + " " + column, own.size(), expected, summary.amount(column));
            }
        }
    }

    static void optionEvents(Statement statement, History history, Findings findings) {
        List<StatementRow> fills = statement.executions("tradeID", "transactionType");
        if (fills.isEmpty() || !statement.hasSection("OptionEAE")) {
            return;
        }
        Set<String> events = statement.ids("OptionEAE", "tradeID");
        Set<String> booked = new TreeSet<>();
        for (StatementRow fill : fills) {
            if (fill.is("transactionType", "BookTrade")) {
                booked.add(fill.text("tradeID"));
                findings.same(
                        fill, "an OptionEAE row", events.contains(fill.text("tradeID")) ? "an OptionEAE row" : "none");
            }
        }
        for (StatementRow event : statement.rows("OptionEAE")) {
            findings.same(event, "a booked trade", booked.contains(event.text("tradeID")) ? "a booked trade" : "none");
        }
    }
}
