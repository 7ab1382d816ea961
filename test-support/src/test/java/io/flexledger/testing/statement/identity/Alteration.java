package io.flexledger.testing.statement.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One attribute of one row, changed.
 *
 * @param row what the row's line starts with and contains, parts separated by {@code ...}
 */
record Alteration(String row, String column, String value) {

    /** The statement with the change made in the first row that has the column filled otherwise. */
    String apply(String xml) {
        List<String> lines = new ArrayList<>(xml.lines().toList());
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (matches(line)) {
                String changed = line.replaceFirst(" " + column + "=\"[^\"]*\"", " " + column + "=\"" + value + "\"");
                if (!changed.equals(line)) {
                    lines.set(index, changed);
                    return String.join("\n", lines);
                }
            }
        }
        throw new IllegalStateException("no row to alter: " + this);
    }

    private boolean matches(String line) {
        String[] parts = row.split("\\.\\.\\.", -1);
        return line.startsWith("<" + parts[0] + " ") && Stream.of(parts).allMatch(line::contains);
    }
}
