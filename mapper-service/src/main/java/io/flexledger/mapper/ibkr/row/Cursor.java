package io.flexledger.mapper.ibkr.row;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.LinkedHashMap;
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

    /** Where the tag the parser stands on ends. */
    long tagEnd() throws UnreadableStatementException {
        try {
            return xml.getLocationInfo().getEndingByteOffset();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** Whether the element is written as one tag, such as {@code <Trade ... />}. */
    boolean isEmptyTag() throws UnreadableStatementException {
        try {
            return xml.isEmptyElement();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    String element() {
        return xml.getLocalName();
    }

    /** How many there are; refuses a tag with too many, or with one that is too long. */
    int attributes() throws UnreadableStatementException {
        int count = xml.getAttributeCount();
        if (count > limits.attributes()) {
            throw UnreadableStatementException.limit("attributes per element", limits.attributes());
        }
        // Only a tag that is longer than an attribute may be can hold one that is too long.
        for (int i = 0; i < count && tagEnd() - offset() > limits.attributeLength(); i++) {
            if (value(i).length() > limits.attributeLength()) {
                throw UnreadableStatementException.limit("characters per attribute", limits.attributeLength());
            }
        }
        return count;
    }

    String attribute(int i) {
        return xml.getAttributeLocalName(i);
    }

    String value(int i) {
        return xml.getAttributeValue(i);
    }

    Map<String, String> attributeMap() throws UnreadableStatementException {
        var map = new LinkedHashMap<String, String>();
        int count = attributes();
        for (int i = 0; i < count; i++) {
            map.put(attribute(i), value(i));
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
