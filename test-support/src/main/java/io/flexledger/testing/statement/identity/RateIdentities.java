package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Conversion rates, and what one day hands to the next. */
final class RateIdentities {

    private RateIdentities() {}

    static void oneRate(Statement statement, History history, Findings findings) {
        Map<String, BigDecimal> rates = new HashMap<>();
        for (StatementRow rate : statement.rows("ConversionRate", "reportDate", "fromCurrency", "rate")) {
            rates.put(rate.text("fromCurrency") + " " + rate.text("reportDate"), rate.amount("rate"));
        }
        statement.rowsByElement().values().forEach(rows -> rows.forEach(row -> rate(row, statement, rates, findings)));
    }

    private static void rate(StatementRow row, Statement statement, Map<String, BigDecimal> rates, Findings findings) {
        boolean dated = row.has("reportDate") || statement.singleDay();
        if (!dated || row.text("fxRateToBase").isEmpty() || row.text("currency").isEmpty()) {
            return;
        }
        String day = row.has("reportDate") ? row.text("reportDate") : statement.to();
        boolean base = statement.base().filter(row.text("currency")::equals).isPresent();
        BigDecimal shown = row.amount("fxRateToBase");
        BigDecimal expected =
                base ? BigDecimal.ONE : rates.computeIfAbsent(row.text("currency") + " " + day, _ -> shown);
        findings.equal(row, expected, shown);
    }

    static void chain(Statement statement, History history, Findings findings) {
        history.dayBefore(statement).ifPresent(before -> {
            link(
                    before.only("ChangeInNAV", "endingValue"),
                    "endingValue",
                    statement.only("ChangeInNAV", "startingValue"),
                    "startingValue",
                    findings);
            for (StatementRow cash : statement.rows("CashReportCurrency", "startingCash", "currency")) {
                link(
                        before.cashReport(cash.text("currency")),
                        "endingCash",
                        Optional.of(cash),
                        "startingCash",
                        findings);
            }
            for (StatementRow interest : statement.rows("InterestAccrualsCurrency", "currency")) {
                link(
                        before.interest(interest.text("currency")),
                        "endingAccrualBalance",
                        Optional.of(interest),
                        "startingAccrualBalance",
                        findings);
            }
        });
    }

    private static void link(
            Optional<StatementRow> ended,
            String endColumn,
            Optional<StatementRow> started,
            String startColumn,
            Findings findings) {
        if (ended.isPresent() && started.isPresent()) {
            BigDecimal expected = ended.get().amount(endColumn);
            findings.equal(
                    started.get() + " " + startColumn, expected, started.get().amount(startColumn));
        }
    }
}
