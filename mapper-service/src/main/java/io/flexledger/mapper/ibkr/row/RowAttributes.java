package io.flexledger.mapper.ibkr.row;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns and values of a kept row, read from its text. */
public final class RowAttributes {

    private RowAttributes() {}

    /** In the order written. A row with children was kept as its start tag, which is closed here. */
    public static Map<String, String> of(String element, String xml) {
        boolean closed = xml.endsWith("/>") || xml.endsWith("</" + element + ">");
        var statement = "<FlexStatement>" + xml + (closed ? "" : "</" + element + ">") + "</FlexStatement>";
        var bytes = new ByteArrayInputStream(statement.getBytes(StandardCharsets.UTF_8));
        var attributes = new LinkedHashMap<String, String>();
        try (var rows = new RowReader(bytes, "UTF-8", RowLimits.DEFAULT)) {
            var row = rows.next();
            if (row != null) {
                var values = row.values().iterator();
                row.layout().names().forEach(name -> attributes.put(name, values.next()));
            }
            return attributes;
        } catch (UnreadableStatementException e) {
            throw new IllegalStateException("a kept row was readable once", e);
        }
    }
}
