package io.flexledger.testing.statement.read;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a response statement by statement; only one is in memory. Knows no section: every element with attributes is a row. */
public final class StatementReader {

    private static final String STATEMENT = "FlexStatement";
    private static final String ATTRIBUTE_LIMIT = "jdk.xml.elementAttributeLimit";
    private static final int MOST_ATTRIBUTES = 2_000;

    private final Map<List<String>, List<String>> columns = new HashMap<>();
    private final Consumer<Statement> consumer;

    private Map<String, String> header = Map.of();
    private Set<String> sections = new LinkedHashSet<>();
    private Map<String, List<StatementRow>> rows = new LinkedHashMap<>();

    private StatementReader(Consumer<Statement> consumer) {
        this.consumer = consumer;
    }

    public static void read(InputStream xml, Consumer<Statement> consumer) throws XMLStreamException {
        new StatementReader(consumer).read(parsers().createXMLStreamReader(xml));
    }

    /** For statements: without entities, and with as many attributes as a row may have. */
    public static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // A cash report row can have more attributes than the parser allows by itself.
        factory.setProperty(ATTRIBUTE_LIMIT, MOST_ATTRIBUTES);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String parent = path.isEmpty() ? "" : path.getFirst();
                path.addFirst(xml.getLocalName());
                start(xml, parent, path.contains(STATEMENT));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.removeFirst();
                if (xml.getLocalName().equals(STATEMENT)) {
                    end();
                }
            }
        }
    }

    private void start(XMLStreamReader xml, String parent, boolean inside) {
        String element = xml.getLocalName();
        if (element.equals(STATEMENT)) {
            StatementRow row = row(xml, element);
            header = new HashMap<>();
            for (String name : row.names()) {
                header.put(name, row.text(name));
            }
            sections = new LinkedHashSet<>();
            rows = new LinkedHashMap<>();
        } else if (inside) {
            if (parent.equals(STATEMENT)) {
                sections.add(element);
            }
            if (xml.getAttributeCount() > 0) {
                rows.computeIfAbsent(element, _ -> new ArrayList<>()).add(row(xml, element));
            }
        }
    }

    private StatementRow row(XMLStreamReader xml, String element) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            names.add(xml.getAttributeLocalName(index));
            values.add(xml.getAttributeValue(index));
        }
        int ordinal = rows.getOrDefault(element, List.of()).size() + 1;
        return new StatementRow(element, ordinal, columns.computeIfAbsent(names, List::copyOf), values);
    }

    private void end() {
        consumer.accept(new Statement(
                header.getOrDefault("accountId", ""),
                header.getOrDefault("fromDate", ""),
                header.getOrDefault("toDate", ""),
                sections,
                rows));
    }
}
