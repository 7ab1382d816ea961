package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.mapper.ibkr.column.Numbers;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sections that are a list of amounts by name: the columns are the data, so a new one needs no new version. */
final class AmountColumns {

    private static final Set<String> NEVER =
            Set.of("accountId", "acctAlias", "model", "currency", "reportDate", "fromDate", "toDate", "levelOfDetail");

    private AmountColumns() {}

    /**
     * Every selected column that holds an amount, by its name. A known column that holds something else refuses the row;
     * an unknown one was reported as drift already and is left out.
     */
    static SortedMap<String, Money> of(Cells row, CurrencyCode currency, Predicate<String> wanted) {
        var amounts = new TreeMap<String, Money>();
        var known = KnownColumns.of(row.row().section());
        for (var column : row.row().layout().names()) {
            var text = row.text(column);
            if (text == null || NEVER.contains(column) || !wanted.test(column)) {
                continue;
            }
            if (known.contains(column) || Numbers.isNumber(text)) {
                amounts.put(column, row.requiredMoney(column, currency));
            }
        }
        return amounts;
    }
}
