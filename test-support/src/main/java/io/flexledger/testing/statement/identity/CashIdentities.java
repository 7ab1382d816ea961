package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cash report and the statement of funds. */
final class CashIdentities {

    /** Columns of the report that are no flow, or repeat one. */
    private static final Set<String> NO_FLOW = Set.of(
            "accountId",
            "acctAlias",
            "model",
            "currency",
            "levelOfDetail",
            "fromDate",
            "toDate",
            "startingCash",
            "endingCash",
            "endingSettledCash",
            "deposits",
            "withdrawals",
            "slbStartingCashCollateral",
            "slbNetSecuritiesLentActivity",
            "slbEndingCashCollateral",
            "slbNetCash",
            "slbNetSettledCash");

    private CashIdentities() {}

    /** A column for the period; the others are parts of it or sums since the start of month or year. */
    private static boolean isFlow(String column) {
        boolean repeats =
                column.endsWith("Sec") || column.endsWith("Com") || column.endsWith("MTD") || column.endsWith("YTD");
        return !repeats && !NO_FLOW.contains(column);
    }

    static void roll(Statement statement, History history, Findings findings) {
        for (StatementRow row : statement.rows("CashReportCurrency", "startingCash", "endingCash")) {
            List<String> flows =
                    row.names().stream().filter(CashIdentities::isFlow).toList();
            BigDecimal expected = row.amount("startingCash").add(row.sum(flows));
            findings.equal(row, expected, row.amount("endingCash"));
        }
    }

    private static List<StatementRow> currencies(Statement statement) {
        return statement.rows("CashReportCurrency", "endingCash", "levelOfDetail").stream()
                .filter(row -> row.is("levelOfDetail", "Currency"))
                .toList();
    }

    static void base(Statement statement, History history, Findings findings) {
        Optional<StatementRow> summary = statement.cashReport("BASE_SUMMARY");
        List<StatementRow> currencies = currencies(statement);
        if (summary.isEmpty() || currencies.isEmpty()) {
            return;
        }
        for (String column : List.of("endingCash", "endingSettledCash")) {
            BigDecimal expected = BigDecimal.ZERO;
            for (StatementRow row : currencies) {
                Optional<BigDecimal> rate = statement.closingRate(row.text("currency"));
                if (rate.isEmpty() || !row.has(column)) {
                    return;
                }
                expected = expected.add(row.amount(column).multiply(rate.get()));
            }
            findings.equal(summary.get() + " " + column, expected, summary.get().amount(column));
        }
    }

    static void trades(Statement statement, History history, Findings findings) {
        List<StatementRow> trades = statement.executions("currency", "proceeds", "ibCommission");
        if (!statement.hasSection("Trades")
                || trades.size() != statement.rows("Trade").size()) {
            return;
        }
        for (StatementRow row : currencies(statement)) {
            List<StatementRow> own = trades.stream()
                    .filter(trade -> trade.is("currency", row.text("currency")))
                    .toList();
            BigDecimal proceeds = sum(own, "proceeds");
            findings.equal(row + " trades", proceeds, row.sum(List.of("netTradesSales", "netTradesPurchases")));
            findings.equal(row + " commissions", sum(own, "ibCommission"), row.amount("commissions"));
        }
    }

    private static BigDecimal sum(List<StatementRow> rows, String column) {
        return rows.stream().map(row -> row.amount(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Proceeds of days before the response are not known; a response should not start right after a settlement holiday. */
    static void settled(Statement statement, History history, Findings findings) {
        if (!statement.hasSection("Trades")
                || statement.executions("settleDateTarget").size()
                        != statement.executions().size()) {
            return;
        }
        for (StatementRow row : currencies(statement)) {
            if (row.has("endingSettledCash")) {
                BigDecimal late = history.unsettled(statement, row.text("currency"));
                findings.equal(row, row.amount("endingCash").subtract(late), row.amount("endingSettledCash"));
            }
        }
    }

    private static Map<String, List<StatementRow>> ledgers(Statement statement) {
        Map<String, List<StatementRow>> ledgers = new LinkedHashMap<>();
        for (StatementRow line :
                statement.rows("StatementOfFundsLine", "amount", "balance", "levelOfDetail", "currency")) {
            String key = line.is("levelOfDetail", "BaseCurrency") ? "BASE_SUMMARY" : line.text("currency");
            ledgers.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
        }
        return ledgers;
    }

    static void fundsBalance(Statement statement, History history, Findings findings) {
        for (List<StatementRow> lines : ledgers(statement).values()) {
            for (int line = 1; line < lines.size(); line++) {
                BigDecimal before = lines.get(line - 1).amount("balance");
                BigDecimal expected = before.add(lines.get(line).amount("amount"));
                findings.equal(lines.get(line), expected, lines.get(line).amount("balance"));
            }
            for (StatementRow line : lines) {
                if (line.has("debit", "credit")) {
                    findings.equal(line + " amount", line.sum(List.of("debit", "credit")), line.amount("amount"));
                }
            }
        }
    }

    /** The ledger has no opening line; it opens at its first balance less its first amount. */
    static void fundsCash(Statement statement, History history, Findings findings) {
        ledgers(statement)
                .forEach((currency, lines) -> statement.cashReport(currency).ifPresent(report -> {
                    StatementRow first = lines.getFirst();
                    BigDecimal opening = first.amount("balance").subtract(first.amount("amount"));
                    findings.equal(first + " opening", report.amount("startingCash"), opening);
                    findings.equal(
                            lines.getLast() + " closing",
                            report.amount("endingCash"),
                            lines.getLast().amount("balance"));
                }));
    }
}
