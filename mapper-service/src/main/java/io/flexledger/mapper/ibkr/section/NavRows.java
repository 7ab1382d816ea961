package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.ibkr.column.Moment;
import java.util.Set;

/** Net asset value and why it changed, in the base currency; the base currency is stated here too. */
final class NavRows {

    private static final Set<String> CHANGE_FRAME = Set.of("startingValue", "endingValue", "twr");

    private NavRows() {}

    /** {@code EquitySummaryInBase}; the first row is of the day before the statement's first. */
    static Verdict equitySummary(Cells row) {
        var currency = base(row);
        var day = Facts.reportDate(row);
        return new Verdict.Stated(new NavStated(
                Facts.keyed(row, "nav-stated", Facts.key(day, row.text("model")), day, Moment.of(day)),
                currency,
                row.money("total", currency),
                AmountColumns.of(row, currency, column -> !column.equals("total"))));
    }

    /** {@code ChangeInNAV}: one row that is its own section. */
    static Verdict change(Cells row) {
        var currency = base(row);
        var from = Facts.firstDay(row);
        var to = Facts.closingDate(row);
        return new Verdict.Stated(new NavChangeStated(
                Facts.keyed(row, "nav-change-stated", Facts.key(from, to, row.text("model")), to, Moment.of(to)),
                from,
                to,
                currency,
                row.requiredMoney("startingValue", currency),
                row.requiredMoney("endingValue", currency),
                AmountColumns.of(row, currency, column -> !CHANGE_FRAME.contains(column)),
                row.number("twr")));
    }

    private static CurrencyCode base(Cells row) {
        var stated = row.currency("currency");
        if (stated == null) {
            return row.terms().base();
        }
        row.statement().stateBase(row.account(), stated);
        return stated;
    }
}
