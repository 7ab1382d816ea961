package io.flexledger.mapper.ibkr.row;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one {@code FlexStatement} in a single pass. A row is an element with attributes, wherever it
 * stands below the statement, or a leaf below a section; a leaf without attributes directly below the statement is an
 * empty section.
 */
public final class RowReader implements AutoCloseable {

    private static final String ROOT = "FlexStatement";
    private static final int SECTION_DEPTH = 2;
    private static final int LAYOUTS_KEPT = 256;

    private final RowLimits limits;
    private final Tape tape;
    private final Cursor xml;
    private final Map<String, String> root;
    private final SortedMap<String, Integer> sections = new TreeMap<>();
    private final Map<List<String>, Layout> layouts = new HashMap<>();
    private final Map<String, Layout> lastLayout = new HashMap<>();
    private String section = "";
    private int depth = 1;
    private int rows;
    private @Nullable Pending pending;

    /** A row whose end has not been seen yet. */
    private static final class Pending {
        private final Layout layout;
        private final List<String> values;
        private final int ordinal;
        private final long start;
        private final int depth;
        /** Where the row ends if it turns out to have children. */
        private long startTagEnd = -1;

        private boolean closed;

        Pending(Layout layout, List<String> values, int ordinal, long start, int depth) {
            this.layout = layout;
            this.values = values;
            this.ordinal = ordinal;
            this.start = start;
            this.depth = depth;
        }
    }

    /** Reads up to the statement's own start tag, so that {@link #root()} is known. */
    public RowReader(InputStream statement, String charset, RowLimits limits) throws UnreadableStatementException {
        this.limits = limits;
        this.tape = Tape.of(statement, charset, limits);
        this.xml = new Cursor(tape, limits);
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            event = xml.next();
        }
        if (!xml.element().equals(ROOT)) {
            throw UnreadableStatementException.unparseable("root element " + xml.element());
        }
        this.root = xml.attributeMap();
    }

    /** Attributes of the statement itself. */
    public Map<String, String> root() {
        return root;
    }

    /** Rows by section as far as read, 0 for a section that is present and empty. */
    public SortedMap<String, Integer> sections() {
        return Collections.unmodifiableSortedMap(sections);
    }

    /** The next row in document order, or {@code null} after the last. */
    public @Nullable Row next() throws UnreadableStatementException {
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            long offset = xml.offset();
            var finished = finish(event, offset);
            tape.markAt(pending == null ? offset : pending.start);
            if (event == XMLStreamConstants.START_ELEMENT) {
                startElement(offset);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                endElement();
            }
            if (finished != null) {
                return finished;
            }
        }
        return null;
    }

    /** A row ends where the event after its end begins; a row with children ends with its start tag. */
    private @Nullable Row finish(int event, long offset) {
        var row = pending;
        if (row == null) {
            return null;
        }
        if (row.startTagEnd < 0) {
            row.startTagEnd = offset;
        }
        boolean parent = event == XMLStreamConstants.START_ELEMENT && !row.closed;
        if (!row.closed && !parent) {
            return null;
        }
        pending = null;
        if (parent && row.values.isEmpty()) {
            return null;
        }
        long end = parent ? row.startTagEnd : offset;
        long from = tape.originalOffset(row.start);
        int length = (int) (tape.originalOffset(end) - from);
        return new Row(row.layout, row.values, row.ordinal, new Row.Span(from, length, tape.text(row.start, end)));
    }

    private void startElement(long offset) throws UnreadableStatementException {
        depth++;
        if (depth > limits.depth()) {
            throw UnreadableStatementException.limit("nested elements", limits.depth());
        }
        var element = xml.element();
        if (depth == SECTION_DEPTH) {
            section = element;
            sections.putIfAbsent(section, 0);
        }
        var values = xml.values();
        if (values.isEmpty() && depth == SECTION_DEPTH) {
            return;
        }
        pending = new Pending(layout(element, values.size()), values, rows + 1, offset, depth);
        if (!values.isEmpty()) {
            countRow();
        }
    }

    private void endElement() throws UnreadableStatementException {
        var row = pending;
        if (row != null && row.depth == depth) {
            row.closed = true;
            if (row.values.isEmpty()) {
                countRow();
            }
        }
        depth--;
    }

    private void countRow() throws UnreadableStatementException {
        rows++;
        sections.merge(section, 1, Integer::sum);
        if (rows > limits.rows()) {
            throw UnreadableStatementException.limit("rows", limits.rows());
        }
    }

    private Layout layout(String element, int count) {
        var last = lastLayout.get(element);
        if (last != null && last.section().equals(section) && isLike(last.names(), count)) {
            return last;
        }
        var key = new ArrayList<String>(count + 2);
        key.add(section);
        key.add(element);
        for (int i = 0; i < count; i++) {
            key.add(xml.attribute(i));
        }
        if (layouts.size() >= LAYOUTS_KEPT) {
            layouts.clear();
        }
        var layout = layouts.computeIfAbsent(key, k -> new Layout(k.get(0), k.get(1), k.subList(2, k.size())));
        if (lastLayout.size() >= LAYOUTS_KEPT) {
            lastLayout.clear();
        }
        lastLayout.put(element, layout);
        return layout;
    }

    private boolean isLike(List<String> names, int count) {
        if (names.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!names.get(i).equals(xml.attribute(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        xml.close();
    }
}
