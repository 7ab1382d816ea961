package io.flexledger.mapper.ibkr.row;

import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as written: columns and values, and its place in the statement's bytes. Its values are read from the parser
 * when asked for, most never are; so a row is valid until the next one is read.
 */
public final class Row {

    private final Layout layout;
    private final int ordinal;
    private final Tag tag;
    private final @Nullable String[] values;

    Row(Layout layout, int ordinal, Tag tag) {
        this.layout = layout;
        this.ordinal = ordinal;
        this.tag = tag;
        this.values = new @Nullable String[layout.names().size()];
    }

    public Layout layout() {
        return layout;
    }

    public String section() {
        return layout.section();
    }

    public String element() {
        return layout.element();
    }

    public int ordinal() {
        return ordinal;
    }

    public boolean has(String column) {
        return layout.place(column) >= 0;
    }

    /** The value as written, perhaps empty; {@code null} where the column was not selected. */
    public @Nullable String value(String column) {
        int place = layout.place(column);
        return place < 0 ? null : value(place);
    }

    /** In the order of the columns. */
    public List<String> values() {
        var all = new ArrayList<String>(values.length);
        for (int i = 0; i < values.length; i++) {
            all.add(value(i));
        }
        return all;
    }

    public RawRecord record(Outcome outcome, @Nullable String reason) {
        return new RawRecord(ordinal, section(), element(), tag.offset(), tag.length(), tag.text(), outcome, reason);
    }

    private String value(int place) {
        var value = values[place];
        if (value == null) {
            value = tag.value(place);
            values[place] = value;
        }
        return value;
    }
}
