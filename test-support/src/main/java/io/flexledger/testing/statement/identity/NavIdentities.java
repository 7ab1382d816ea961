package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The change in net asset value and each of its components. */
final class NavIdentities {

    /** Columns of ChangeInNAV that are no component: who, when, the ends, and twr. */
    private static final Set<String> NO_COMPONENT = Set.of(
            "accountId", "acctAlias", "model", "currency", "fromDate", "toDate", "startingValue", "endingValue", "twr");

    private static final List<String> POSITION_CHANGES = List.of(
            "transactions",
            "mtmPriorPeriodPositions",
            "mtmTransactions",
            "corporateActions",
            "other",
            "accountTransfers",
            "linkingAdjustments",
            "fxTranslationPnl",
            "futurePriceAdjustments",
            "settledCash");

    private static final Map<String, Set<String>> CASH_TYPES = Map.of(
            "depositsWithdrawals", Set.of("Deposits/Withdrawals", "Deposits & Withdrawals"),
            "dividends", Set.of("Dividends", "Payment In Lieu Of Dividends"),
            "withholdingTax", Set.of("Withholding Tax"),
            "interest", Set.of("Broker Interest Paid", "Broker Interest Received"),
            "otherFees", Set.of("Other Fees"));

    private NavIdentities() {}

    /** Only where the fees and the translation were selected; a query without them does not foot and says so nowhere. */
    static void sum(Statement statement, History history, Findings findings) {
        for (StatementRow nav :
                statement.rows("ChangeInNAV", "startingValue", "endingValue", "otherFees", "fxTranslation")) {
            List<String> components = nav.names().stream()
                    .filter(name -> !NO_COMPONENT.contains(name))
                    .toList();
            BigDecimal expected = nav.amount("startingValue").add(nav.sum(components));
            findings.equal(nav, expected, nav.amount("endingValue"));
        }
    }

    static void commissions(Statement statement, History history, Findings findings) {
        fromTrades(statement, "commissions", "ibCommission", findings);
    }

    static void transactionTax(Statement statement, History history, Findings findings) {
        fromTrades(statement, "transactionTax", "taxes", findings);
    }

    private static void fromTrades(Statement statement, String component, String column, Findings findings) {
        Optional<StatementRow> nav = statement.only("ChangeInNAV", component);
        List<StatementRow> trades = statement.executions(column, "fxRateToBase");
        boolean selected = trades.size() == statement.executions().size() && statement.hasSection("Trades");
        if (nav.isPresent() && selected) {
            BigDecimal expected =
                    trades.stream().map(trade -> trade.inBase(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
            findings.equal("ChangeInNAV " + component, expected, nav.get().amount(component));
        }
    }

    static void cashComponents(Statement statement, History history, Findings findings) {
        Optional<StatementRow> nav = statement.only("ChangeInNAV");
        List<StatementRow> cash = statement.rows("CashTransaction", "amount", "type", "fxRateToBase").stream()
                .filter(row -> !row.is("levelOfDetail", "SUMMARY"))
                .toList();
        boolean selected = statement.hasSection("CashTransactions")
                && (statement.rows("CashTransaction").isEmpty() || !cash.isEmpty());
        if (nav.isEmpty() || !selected) {
            return;
        }
        CASH_TYPES.forEach((component, types) -> {
            if (nav.get().has(component)) {
                BigDecimal expected = cash.stream()
                        .filter(row -> types.contains(row.text("type")))
                        .map(row -> row.inBase("amount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                findings.equal("ChangeInNAV " + component, expected, nav.get().amount(component));
            }
        });
    }

    static void accruals(Statement statement, History history, Findings findings) {
        Optional<StatementRow> nav =
                statement.only("ChangeInNAV", "changeInInterestAccruals", "changeInDividendAccruals", "fxTranslation");
        if (nav.isEmpty() || !statement.hasSection("InterestAccruals")) {
            return;
        }
        Optional<StatementRow> interest = statement.interest("BASE_SUMMARY");
        BigDecimal changed = interest.map(row -> row.sum(List.of("interestAccrued", "accrualReversal")))
                .orElse(BigDecimal.ZERO);
        findings.equal(
                "ChangeInNAV changeInInterestAccruals", changed, nav.get().amount("changeInInterestAccruals"));
        BigDecimal dividends = statement.rows("ChangeInDividendAccrual", "netAmount", "fxRateToBase").stream()
                .map(row -> row.inBase("netAmount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (statement.hasSection("ChangeInDividendAccruals")) {
            BigDecimal shown = nav.get().amount("changeInDividendAccruals");
            findings.equal("ChangeInNAV changeInDividendAccruals", dividends, shown);
        }
        List<StatementRow> equity = statement.rows("EquitySummaryByReportDateInBase", "dividendAccruals");
        if (!equity.isEmpty()) {
            BigDecimal moved = equity.getLast()
                    .amount("dividendAccruals")
                    .subtract(equity.getFirst().amount("dividendAccruals"));
            BigDecimal translation =
                    interest.map(row -> row.amount("fxTranslation")).orElse(BigDecimal.ZERO);
            BigDecimal expected = translation.add(moved.subtract(dividends));
            findings.equal("ChangeInNAV fxTranslation", expected, nav.get().amount("fxTranslation"));
        }
    }

    static void positionChange(Statement statement, History history, Findings findings) {
        for (StatementRow row : statement.rows("ChangeInPositionValue", "priorPeriodValue", "endOfPeriodValue")) {
            BigDecimal expected = row.amount("priorPeriodValue").add(row.sum(POSITION_CHANGES));
            findings.equal(row + " " + row.text("assetCategory"), expected, row.amount("endOfPeriodValue"));
        }
    }

    static void fromPositions(Statement statement, History history, Findings findings) {
        Optional<StatementRow> nav = statement.only("ChangeInNAV", "mtm");
        Optional<StatementRow> cash =
                statement.cashReport("BASE_SUMMARY").filter(row -> row.has("fxTranslationGainLoss"));
        if (nav.isEmpty() || cash.isEmpty() || !statement.hasSection("ChangeInPositionValues")) {
            return;
        }
        BigDecimal expected = cash.get().amount("fxTranslationGainLoss");
        for (StatementRow row : statement.rows("ChangeInPositionValue")) {
            if (row.is("currency", "BASE_SUMMARY")) {
                expected = expected.add(
                        row.sum(List.of("mtmPriorPeriodPositions", "mtmTransactions", "fxTranslationPnl")));
            }
        }
        findings.equal("ChangeInNAV mtm", expected, nav.get().amount("mtm"));
    }

    static void twr(Statement statement, History history, Findings findings) {
        Optional<StatementRow> nav =
                statement.only("ChangeInNAV", "twr", "startingValue", "endingValue", "depositsWithdrawals");
        if (nav.isEmpty()) {
            return;
        }
        Optional<BigDecimal> growth = statement.singleDay()
                ? growth(
                        nav.get().amount("startingValue"),
                        nav.get().amount("depositsWithdrawals"),
                        nav.get().amount("endingValue"))
                : growthOverDays(statement);
        growth.ifPresent(factor -> findings.equal(
                "ChangeInNAV twr",
                factor.subtract(BigDecimal.ONE).movePointRight(2),
                nav.get().amount("twr")));
    }

    private static Optional<BigDecimal> growth(BigDecimal start, BigDecimal flow, BigDecimal end) {
        BigDecimal capital = start.add(flow);
        return capital.signum() == 0 ? Optional.empty() : Optional.of(end.divide(capital, MathContext.DECIMAL128));
    }

    private static Optional<BigDecimal> growthOverDays(Statement statement) {
        List<StatementRow> days = statement.rows("EquitySummaryByReportDateInBase", "total", "reportDate");
        if (days.size() < 2 || !statement.hasSection("CashTransactions")) {
            return Optional.empty();
        }
        Map<String, BigDecimal> flows = new HashMap<>();
        for (StatementRow row : statement.rows("CashTransaction", "amount", "fxRateToBase", "reportDate")) {
            if (CASH_TYPES.getOrDefault("depositsWithdrawals", Set.of()).contains(row.text("type"))) {
                flows.merge(row.text("reportDate"), row.inBase("amount"), BigDecimal::add);
            }
        }
        BigDecimal product = BigDecimal.ONE;
        for (int day = 1; day < days.size(); day++) {
            BigDecimal flow = flows.getOrDefault(days.get(day).text("reportDate"), BigDecimal.ZERO);
            Optional<BigDecimal> growth = growth(
                    days.get(day - 1).amount("total"), flow, days.get(day).amount("total"));
            product = product.multiply(growth.orElse(BigDecimal.ONE), MathContext.DECIMAL128);
        }
        return Optional.of(product);
    }

    static void fifoSummary(Statement statement, History history, Findings findings) {
        List<StatementRow> trades = statement.executions("fifoPnlRealized", "fxRateToBase");
        for (StatementRow row : statement.rows("FIFOPerformanceSummaryUnderlying", "totalRealizedPnl", "description")) {
            if (row.is("description", "Total (All Assets)") && statement.hasSection("Trades")) {
                BigDecimal expected = trades.stream()
                        .map(trade -> trade.inBase("fifoPnlRealized"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                findings.equalSums(row, trades.size(), expected, row.amount("totalRealizedPnl"));
            }
        }
    }

    static void mtmSummary(Statement statement, History history, Findings findings) {
        Optional<StatementRow> nav = statement.only("ChangeInNAV", "mtm", "commissions");
        List<StatementRow> rows = statement.rows("MTMPerformanceSummaryUnderlying", "assetCategory", "total");
        if (nav.isPresent() && !rows.isEmpty()) {
            BigDecimal actual = rows.stream()
                    .filter(row -> !row.text("assetCategory").isEmpty())
                    .map(row -> row.amount("total"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal expected = nav.get().sum(List.of("mtm", "commissions"));
            findings.equalSums("MTMPerformanceSummaryInBase", rows.size(), expected, actual);
        }
    }
}
