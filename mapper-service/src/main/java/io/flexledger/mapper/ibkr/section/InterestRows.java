package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.CashEvent.InterestTier;
import io.flexledger.mapper.ibkr.column.Moment;

/** Interest earned or owed but not yet paid, and the calculation behind it. */
final class InterestRows {

    /** Stands in the currency column of the row that sums up all currencies in the base currency. */
    static final String BASE_SUMMARY = "BASE_SUMMARY";

    private InterestRows() {}

    /** {@code InterestAccruals}. */
    static Verdict accrual(Cells row) {
        boolean sum = row.requiredText("currency").equals(BASE_SUMMARY);
        var currency = sum ? row.terms().base() : row.requiredCurrency("currency");
        var from = Facts.firstDay(row);
        var to = Facts.closingDate(row);
        var columns = Facts.key(from, to, sum ? BASE_SUMMARY : currency, row.text("model"));
        return new Verdict.Stated(new InterestAccrual(
                Facts.keyed(row, "interest-accrual", columns, to, Moment.of(to)),
                from,
                sum ? null : currency,
                row.requiredMoney("startingAccrualBalance", currency),
                row.requiredMoney("interestAccrued", currency),
                row.requiredMoney("accrualReversal", currency),
                row.moneyOrZero("fxTranslation", currency),
                row.requiredMoney("endingAccrualBalance", currency)));
    }

    /** {@code TierInterestDetails}: several equal rows are the rule, not the exception. */
    static Verdict tier(Cells row) {
        var currency = row.requiredCurrency("currency");
        var type = row.requiredText("interestType");
        var valueDate = row.requiredDate("valueDate");
        var reportDate = Facts.reportDate(row);
        var tier = row.text("tierBreak");
        var code = row.text("code");
        row.codes("code");
        var columns =
                Facts.key(reportDate, currency, type, valueDate, tier, row.text("fromAcct"), row.text("toAcct"), code);
        return new Verdict.Stated(new InterestTier(
                Facts.counted(row, "interest-tier", columns, reportDate, Moment.of(valueDate)),
                currency,
                type,
                valueDate,
                tier,
                row.number("rate"),
                row.money("totalPrincipal", currency),
                row.requiredMoney("totalInterest", currency),
                code));
    }
}
