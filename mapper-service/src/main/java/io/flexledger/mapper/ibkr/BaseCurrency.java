package io.flexledger.mapper.ibkr;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.ibkr.row.Row;
import io.flexledger.mapper.ibkr.row.RowReader;
import io.flexledger.mapper.ibkr.row.UnreadableStatementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement shows of the account's base currency, where nobody has said it: a section that names it, or a row
 * whose rate to base is exactly 1. Looked for before the rows are read, because every one of them depends on it.
 */
final class BaseCurrency {

    private static final Set<String> NAMED_BY = Set.of("AccountInformation", "EquitySummaryInBase", "ChangeInNAV");

    private BaseCurrency() {}

    static Optional<CurrencyCode> shown(RowReader rows) throws UnreadableStatementException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            var currency = row.value("currency");
            if (currency != null
                    && currency.matches("[A-Z]{3}")
                    && (NAMED_BY.contains(row.section()) || isOne(row.value("fxRateToBase")))) {
                return Optional.of(CurrencyCode.of(currency));
            }
        }
        return Optional.empty();
    }

    private static boolean isOne(@Nullable String rate) {
        return rate != null && rate.matches("1(\\.0*)?");
    }
}
