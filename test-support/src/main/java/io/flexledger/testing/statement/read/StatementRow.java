package io.flexledger.testing.statement.read;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * One row as read.
 *
 * @param ordinal among the rows of its element in the statement, from 1
 * @param names shared by all rows with the same columns
 */
public record StatementRow(String element, int ordinal, List<String> names, List<String> values) {

    public boolean has(String... columns) {
        return Arrays.stream(columns).allMatch(names::contains);
    }

    /** The text of a column, empty when it is empty or was not selected. */
    public String text(String column) {
        int position = names.indexOf(column);
        return position < 0 ? "" : values.get(position);
    }

    public boolean is(String column, String value) {
        return text(column).equals(value);
    }

    /** The number in a column, zero when there is none. */
    public BigDecimal amount(String column) {
        String text = text(column);
        return text.isEmpty() || text.equals("--") ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** Money of this row in base currency, at the row's own rate. */
    public BigDecimal inBase(String column) {
        return amount(column).multiply(amount("fxRateToBase"));
    }

    public BigDecimal sum(List<String> columns) {
        return columns.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Names the row for a person: what it is, which one, and its id. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(element).append(" #").append(ordinal);
        for (String column : List.of("transactionID", "tradeID", "symbol", "currency", "reportDate", "toDate")) {
            if (!text(column).isEmpty()) {
                text.append(' ').append(column).append('=').append(text(column).strip());
            }
        }
        return text.toString();
    }
}
