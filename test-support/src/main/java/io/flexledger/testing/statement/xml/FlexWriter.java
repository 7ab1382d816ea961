package io.flexledger.testing.statement.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes elements and rows straight to a stream, one element per line; closing it flushes, the stream stays open. */
public final class FlexWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Writer out;

    public FlexWriter(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    }

    /** @param attributes names and values in turn */
    public void open(String element, List<String> attributes) throws IOException {
        out.write('<');
        out.write(element);
        for (int name = 0; name < attributes.size(); name += 2) {
            attribute(attributes.get(name), attributes.get(name + 1));
        }
        out.write(">\n");
    }

    public void open(String element) throws IOException {
        open(element, List.of());
    }

    public void close(String element) throws IOException {
        out.write("</");
        out.write(element);
        out.write(">\n");
    }

    public void row(Row row) throws IOException {
        out.write('<');
        out.write(row.layout().element());
        for (int position = 0; position < row.size(); position++) {
            attribute(row.layout().name(position), row.value(position));
        }
        out.write(" />\n");
    }

    private void attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escape(value);
        out.write('"');
    }

    private void escape(String value) throws IOException {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                default -> out.write(character);
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
