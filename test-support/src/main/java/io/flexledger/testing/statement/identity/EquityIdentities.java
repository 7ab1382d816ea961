package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The net asset value by kind of asset, against the sections it is made of. */
final class EquityIdentities {

    private static final String ROW = "EquitySummaryByReportDateInBase";

    private static final List<String> COMPONENTS = List.of(
            "cash",
            "stock",
            "ipoSubscription",
            "slbDirectSecuritiesBorrowed",
            "slbDirectSecuritiesLent",
            "options",
            "bonds",
            "commodities",
            "notes",
            "funds",
            "dividendAccruals",
            "interestAccruals",
            "softDollars",
            "forexCfdUnrealizedPl",
            "cfdUnrealizedPl",
            "physDel",
            "crypto");

    private EquityIdentities() {}

    static void total(Statement statement, History history, Findings findings) {
        for (StatementRow row : statement.rows(ROW, "total", "cash", "stock", "options")) {
            findings.equal(row + " total", row.sum(COMPONENTS), row.amount("total"));
        }
        for (StatementRow row : statement.rows(ROW)) {
            for (String component : COMPONENTS) {
                if (row.has(component, component + "Long", component + "Short")) {
                    BigDecimal expected = row.sum(List.of(component + "Long", component + "Short"));
                    findings.equal(row + " " + component, expected, row.amount(component));
                }
            }
        }
    }

    static void nav(Statement statement, History history, Findings findings) {
        Optional<StatementRow> nav = statement.only("ChangeInNAV", "startingValue", "endingValue");
        List<StatementRow> rows = statement.rows(ROW, "total");
        if (nav.isPresent() && !rows.isEmpty()) {
            findings.equal(
                    rows.getFirst(),
                    nav.get().amount("startingValue"),
                    rows.getFirst().amount("total"));
            findings.equal(
                    rows.getLast(),
                    nav.get().amount("endingValue"),
                    rows.getLast().amount("total"));
        }
    }

    private static Optional<StatementRow> last(Statement statement, String... columns) {
        List<StatementRow> rows = statement.rows(ROW, columns);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
    }

    static void positions(Statement statement, History history, Findings findings) {
        Optional<StatementRow> equity = last(statement, "stock", "options");
        List<StatementRow> positions = statement.positions("positionValue", "fxRateToBase", "assetCategory");
        if (equity.isEmpty()
                || !statement.hasSection("OpenPositions")
                || positions.size() != statement.positions().size()) {
            return;
        }
        Map.of("stock", "STK", "options", "OPT").forEach((column, category) -> {
            BigDecimal expected = positions.stream()
                    .filter(row -> row.is("assetCategory", category))
                    .map(row -> row.inBase("positionValue"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            findings.equal(equity.get() + " " + column, expected, equity.get().amount(column));
        });
    }

    static void cash(Statement statement, History history, Findings findings) {
        Optional<StatementRow> report = statement.cashReport("BASE_SUMMARY");
        List<StatementRow> rows = statement.rows(ROW, "cash");
        if (report.isPresent() && !rows.isEmpty()) {
            findings.equal(
                    rows.getFirst(),
                    report.get().amount("startingCash"),
                    rows.getFirst().amount("cash"));
            findings.equal(
                    rows.getLast(),
                    report.get().amount("endingCash"),
                    rows.getLast().amount("cash"));
        }
    }

    static void accruals(Statement statement, History history, Findings findings) {
        last(statement, "interestAccruals").ifPresent(equity -> {
            if (statement.hasSection("InterestAccruals")) {
                BigDecimal expected = statement
                        .interest("BASE_SUMMARY")
                        .map(row -> row.amount("endingAccrualBalance"))
                        .orElse(BigDecimal.ZERO);
                findings.equal(equity + " interestAccruals", expected, equity.amount("interestAccruals"));
            }
        });
        last(statement, "dividendAccruals").ifPresent(equity -> {
            if (statement.hasSection("OpenDividendAccruals")) {
                BigDecimal expected = statement.rows("OpenDividendAccrual", "netAmount", "fxRateToBase").stream()
                        .map(row -> row.inBase("netAmount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                findings.equal(equity + " dividendAccruals", expected, equity.amount("dividendAccruals"));
            }
        });
    }
}
