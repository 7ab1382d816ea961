package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.Layout;
import io.flexledger.testing.statement.xml.Row;
import java.time.LocalDate;
import java.util.Set;

/**
 * What one statement covers.
 *
 * @param label the broker's word for it: {@code LastBusinessDay}, {@code MonthToDate}, ...
 * @param days in order; may be asked for again and gives the same days each time
 */
public record Period(Account account, String label, LocalDate from, LocalDate to, Iterable<TradingDay> days) {

    /**
     * Whose statement it is.
     *
     * @param id for example {@code U7654321}
     * @param levels of the Trades section
     */
    public record Account(String id, String base, Set<TradeLevel> levels) {}

    String accountId() {
        return account.id();
    }

    String base() {
        return account.base();
    }

    boolean shows(TradeLevel level) {
        return account.levels().contains(level);
    }

    /** A row with the account's columns filled. */
    Row row(Layout layout) {
        return layout.row().set("accountId", account.id());
    }

    TradingDay first() {
        return days.iterator().next();
    }

    TradingDay last() {
        TradingDay last = null;
        for (TradingDay day : days) {
            last = day;
        }
        if (last == null) {
            throw new IllegalStateException("a statement covers at least one day");
        }
        return last;
    }
}
