package io.flexledger.testing.statement.xml;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of one kind of row, in the order the broker writes them. */
public final class Layout {

    private final String element;
    private final String[] names;
    private final String[] defaults;
    private final Map<String, Integer> positions = new HashMap<>();

    private Layout(String element, List<String> columns) {
        this.element = element;
        names = new String[columns.size()];
        defaults = new String[columns.size()];
        for (int position = 0; position < names.length; position++) {
            String[] column = columns.get(position).split("=", -1);
            names[position] = column[0];
            defaults[position] = column.length > 1 ? column[1] : "";
            positions.put(column[0], position);
        }
    }

    /** @param columns names separated by blanks; {@code name=value} gives the value of a row that does not set it */
    public static Layout of(String element, String... columns) {
        return new Layout(element, List.of(String.join(" ", columns).strip().split("\\s+", -1)));
    }

    public Row row() {
        return new Row(this, defaults.clone());
    }

    /** Column names, unmodifiable. */
    public List<String> columns() {
        return Collections.unmodifiableList(List.of(names));
    }

    public String element() {
        return element;
    }

    String name(int position) {
        return names[position];
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException(element + " has no column " + column);
        }
        return position;
    }
}
