package io.flexledger.mapper.ibkr.row;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** The XML parser behind one kind of failure: whatever it throws is a statement that cannot be read. */
final class Cursor implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final Tape tape;
    private final RowLimits limits;
    private final XMLStreamReader2 xml;

    Cursor(Tape tape, RowLimits limits) throws UnreadableStatementException {
        this.tape = tape;
        this.limits = limits;
        try {
            xml = (XMLStreamReader2) FACTORY.createXMLStreamReader(tape, "UTF-8");
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** @return the kind of the next event, or -1 after the last */
    int next() throws UnreadableStatementException {
        int event;
        try {
            event = xml.hasNext() ? xml.next() : -1;
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable(e);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw UnreadableStatementException.unparseable("a DTD or an entity reference");
        }
        return event;
    }

    /** Where the current event starts. */
    long offset() {
        return xml.getLocationInfo().getStartingByteOffset();
    }

    String element() {
        return xml.getLocalName();
    }

    int attributes() throws UnreadableStatementException {
        int count = xml.getAttributeCount();
        if (count > limits.attributes()) {
            throw UnreadableStatementException.limit("attributes per element", limits.attributes());
        }
        return count;
    }

    String attribute(int i) {
        return xml.getAttributeLocalName(i);
    }

    List<String> values() throws UnreadableStatementException {
        var values = new String[attributes()];
        for (int i = 0; i < values.length; i++) {
            values[i] = xml.getAttributeValue(i);
            if (values[i].length() > limits.attributeLength()) {
                throw UnreadableStatementException.limit("characters per attribute", limits.attributeLength());
            }
        }
        return Arrays.asList(values);
    }

    Map<String, String> attributeMap() throws UnreadableStatementException {
        var map = new LinkedHashMap<String, String>();
        var values = values();
        for (int i = 0; i < values.size(); i++) {
            map.put(attribute(i), values.get(i));
        }
        return map;
    }

    private static UnreadableStatementException unreadable(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitIOException limit) {
                return limit.unreadable();
            }
        }
        return UnreadableStatementException.unparseable(firstLine(failure.getMessage()));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("");
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public void close() {
        try {
            xml.close();
            tape.close();
        } catch (XMLStreamException | IOException e) {
            // Reading is over; nothing depends on how the stream is left.
        }
    }
}
