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
 * stands below the statement, or an empty tag below a section; an element without attributes directly below the
 * statement is a section.
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
    private int sectionRows;
    private int depth = 1;
    private int rows;

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
        closeSection();
        return Collections.unmodifiableSortedMap(sections);
    }

    /** The next row in document order, or {@code null} after the last. The row before is no longer valid. */
    public @Nullable Row next() throws UnreadableStatementException {
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            tape.markAt(xml.offset());
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                var row = startElement();
                if (row != null) {
                    return row;
                }
            }
        }
        return null;
    }

    private @Nullable Row startElement() throws UnreadableStatementException {
        depth++;
        if (depth > limits.depth()) {
            throw UnreadableStatementException.limit("nested elements", limits.depth());
        }
        var element = xml.element();
        if (depth == SECTION_DEPTH) {
            closeSection();
            section = element;
            sections.putIfAbsent(section, 0);
        }
        int attributes = xml.attributes();
        if (attributes == 0 && (depth == SECTION_DEPTH || !xml.isEmptyTag())) {
            return null;
        }
        rows++;
        sectionRows++;
        if (rows > limits.rows()) {
            throw UnreadableStatementException.limit("rows", limits.rows());
        }
        return new Row(layout(element, attributes), rows, new Tag(xml, tape, xml.offset(), xml.tagEnd()));
    }

    private void closeSection() {
        if (sectionRows > 0) {
            sections.merge(section, sectionRows, Integer::sum);
            sectionRows = 0;
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
