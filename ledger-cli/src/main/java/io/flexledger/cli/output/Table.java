package io.flexledger.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text under named columns, with every row as wide as the header.
 *
 * @param columns from left to right
 */
public record Table(List<Column> columns, List<List<String>> rows) {

    /**
     * @param name  the header, and the field name in JSON
     * @param right whether the cells are figures, aligned at their end
     */
    public record Column(String name, boolean right) {}

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "row has %d cells under %d columns: %s".formatted(row.size(), columns.size(), row));
            }
        }
    }

    public static Builder of(String... textColumns) {
        Builder builder = new Builder();
        for (String column : textColumns) {
            builder.text(column);
        }
        return builder;
    }

    /** Collects columns, then rows. */
    public static final class Builder {

        private final List<Column> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();

        public Builder text(String name) {
            columns.add(new Column(name, false));
            return this;
        }

        public Builder figure(String name) {
            columns.add(new Column(name, true));
            return this;
        }

        public Builder row(String... cells) {
            rows.add(List.of(cells));
            return this;
        }

        public Builder row(List<String> cells) {
            rows.add(cells);
            return this;
        }

        public Table build() {
            return new Table(columns, rows);
        }
    }
}
