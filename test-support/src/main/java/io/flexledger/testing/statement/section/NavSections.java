package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.section.Equity.Side;
import io.flexledger.testing.statement.section.NavChange.Component;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.time.LocalDate;

/** Net asset value: EquitySummaryInBase and ChangeInNAV. */
final class NavSections {

    private NavSections() {}

    /** One row per report day, and first the evening before. */
    static void equitySummary(Period period, FlexWriter out) throws IOException {
        boolean first = true;
        for (TradingDay day : period.days()) {
            if (first) {
                out.row(equity(period, day.previousDate(), Equity.opening(day)));
                first = false;
            }
            out.row(equity(period, day.date(), Equity.closing(day)));
        }
    }

    private static Row equity(Period period, LocalDate date, Equity equity) {
        Row row = period.row(Layouts.EQUITY_SUMMARY)
                .set("currency", period.base())
                .set("reportDate", date);
        sides(row, "cash", equity.cash());
        sides(row, "stock", equity.stock());
        sides(row, "options", equity.options());
        sides(row, "dividendAccruals", equity.dividendAccruals());
        sides(row, "interestAccruals", equity.interestAccruals());
        sides(row, "total", equity.total());
        return row;
    }

    private static void sides(Row row, String column, Side side) {
        row.set(column, side.total()).set(column + "Long", side.longs()).set(column + "Short", side.shorts());
    }

    static void changeInNav(Period period, FlexWriter out) throws IOException {
        NavChange change = NavChange.of(period);
        Row row = period.row(Layouts.CHANGE_IN_NAV)
                .set("currency", period.base())
                .set("fromDate", period.from())
                .set("toDate", period.to())
                .set("startingValue", change.starting())
                .set("endingValue", change.ending())
                .set("twr", change.twr());
        for (Component component : Component.values()) {
            row.set(component.column(), change.get(component));
        }
        out.row(row);
    }
}
