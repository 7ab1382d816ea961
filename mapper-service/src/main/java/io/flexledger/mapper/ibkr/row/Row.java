package io.flexledger.mapper.ibkr.row;

import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as written: columns and values, and its place in the statement's bytes. */
public final class Row {

    private final Layout layout;
    private final List<String> values;
    private final int ordinal;
    private final Span span;

    /** Where the row stands, in bytes of the statement, and its text. */
    record Span(long offset, int length, String xml) {}

    Row(Layout layout, List<String> values, int ordinal, Span span) {
        this.layout = layout;
        this.values = values;
        this.ordinal = ordinal;
        this.span = span;
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
        return place < 0 ? null : values.get(place);
    }

    public List<String> values() {
        return values;
    }

    public RawRecord record(Outcome outcome, @Nullable String reason) {
        return new RawRecord(ordinal, section(), element(), span.offset, span.length, span.xml, outcome, reason);
    }
}
