package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.TradeEvent.TransactionTax;
import io.flexledger.contracts.money.Money;
import io.flexledger.mapper.ibkr.column.Moment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cash with no fill, and the taxes that fills already contain. */
final class CashRows {

    private CashRows() {}

    /** {@code CashTransactions}: details are payments, summaries repeat them for the consolidated account. */
    static Verdict cashTransaction(Cells row) {
        var level = row.text("levelOfDetail");
        if ("SUMMARY".equals(level)) {
            return new Verdict.Evidence("repeats details: SUMMARY");
        }
        if (level != null && !level.equals("DETAIL")) {
            row.statement().drift().value(row.row().section(), "levelOfDetail", level);
            return new Verdict.Unmapped("unknown level of detail");
        }
        var currency = row.requiredCurrency("currency");
        var amount = row.requiredMoney("amount", currency);
        row.word("type", Vocabulary.CASH_TYPES);
        var type = row.requiredText("type");
        var reportDate = Facts.reportDate(row);
        var dateTime = row.moment("dateTime");
        var occurred = Facts.orElse(dateTime == null ? row.moment("date") : dateTime, reportDate);
        return new Verdict.Stated(new CashFlow(
                cashFact(row, type, amount, reportDate, occurred),
                row.id("transactionID"),
                type,
                amount,
                Rates.toBase(row, currency),
                row.date("settleDate"),
                row.text("description"),
                Instruments.id(row),
                row.id("actionID")));
    }

    private static Fact cashFact(Cells row, String type, Money amount, LocalDate reportDate, Moment occurred) {
        var transaction = row.id("transactionID");
        if (transaction != null) {
            return Facts.keyed(row, "cash-flow", "transactionID:" + transaction, reportDate, occurred);
        }
        var columns = Facts.key(
                reportDate,
                occurred.date(),
                occurred.time(),
                type,
                amount,
                Instruments.id(row),
                row.text("description"));
        return Facts.counted(row, "cash-flow", columns, reportDate, occurred);
    }

    /** {@code TransactionTaxes}. */
    static Verdict transactionTax(Cells row) {
        var currency = row.requiredCurrency("currency");
        var reportDate = Facts.reportDate(row);
        var occurred = Facts.orElse(row.moment("date"), reportDate);
        var description = row.text("taxDescription");
        var tradeId = firstOf(row.id("tradeID"), row.id("tradeId"));
        var columns = Facts.key(tradeId, description, Instruments.id(row), tradeId == null ? occurred.date() : null);
        return new Verdict.Stated(new TransactionTax(
                Facts.counted(row, "transaction-tax", columns, reportDate, occurred),
                Instruments.id(row),
                tradeId,
                description,
                row.requiredMoney("taxAmount", currency)));
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
