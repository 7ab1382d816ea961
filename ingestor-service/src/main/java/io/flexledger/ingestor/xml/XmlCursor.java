package io.flexledger.ingestor.xml;

import io.flexledger.ingestor.refusal.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Walks a document tag by tag, knowing the byte each begins at, within {@link ScanLimits}. */
public final class XmlCursor {

    private final Opening opening;
    private final ScanLimits limits;
    private final ParserInput input;
    private final XMLStreamReader2 reader;
    private final Set<String> names = new HashSet<>();
    private int namespaces;
    private String root = "";

    public XmlCursor(InputStream document, ScanLimits limits) throws IOException {
        var head = document.readNBytes(Opening.BYTES);
        this.opening = Opening.read(head);
        this.limits = limits;
        this.input =
                new ParserInput(new SequenceInputStream(new ByteArrayInputStream(head), document), limits.tokenBytes());
        try {
            this.reader = XmlReaders.open(input, opening.charset());
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    public Charset charset() {
        return opening.charset();
    }

    /** Whether there is another token; false after the last byte of a well-formed document. */
    public boolean advance() throws IOException {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            reader.next();
        } catch (XMLStreamException e) {
            throw refused(e);
        }
        input.tokenDone();
        switch (reader.getEventType()) {
            case XMLStreamConstants.DTD -> throw new RefusedException(XmlFault.dtd(start()));
            case XMLStreamConstants.START_ELEMENT -> checkLimits();
            default -> {}
        }
        return true;
    }

    public boolean atStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    public boolean atEnd() {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    public boolean atText() {
        return reader.getEventType() == XMLStreamConstants.CHARACTERS
                || reader.getEventType() == XMLStreamConstants.CDATA;
    }

    public String name() {
        return reader.getLocalName();
    }

    /** Of elements around and including the current one. */
    public int depth() {
        return reader.getDepth();
    }

    public String text() throws IOException {
        try {
            return reader.getText();
        } catch (RuntimeException e) { // the parser reads text late, and wraps what it finds wrong there
            if (e.getCause() instanceof XMLStreamException cause) {
                throw refused(cause);
            }
            throw e;
        }
    }

    public @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    public int attributes() {
        return reader.getAttributeCount();
    }

    public String attribute(int index) {
        return reader.getAttributeValue(index);
    }

    /** Of the first byte of the current tag, from 0. */
    public long start() {
        var location = reader.getLocationInfo();
        return isUtf8(charset()) ? location.getStartingByteOffset() : location.getStartingCharOffset();
    }

    /** Of the byte behind the current tag, from 0. */
    public long end() {
        try {
            var location = reader.getLocationInfo();
            return isUtf8(charset()) ? location.getEndingByteOffset() : location.getEndingCharOffset();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a tag that was read has an end", e);
        }
    }

    /** Bytes read so far; after the end of a document, its size. */
    public long size() {
        return input.size();
    }

    private void checkLimits() throws RefusedException {
        if (root.isEmpty()) {
            root = reader.getLocalName();
        }
        if (reader.getDepth() > limits.depth()) {
            throw new RefusedException(Limit.DEPTH.exceeded(limits.depth()).at(start()));
        }
        int count = reader.getAttributeCount();
        if (count > limits.attributes()) {
            throw new RefusedException(
                    Limit.ATTRIBUTES.exceeded(limits.attributes()).at(start()));
        }
        namespaces += reader.getNamespaceCount();
        names.add(reader.getLocalName());
        for (int i = 0; i < count; i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        if (names.size() + namespaces > limits.names()) { // the parser's table of names lives in the heap
            throw new RefusedException(Limit.NAMES.exceeded(limits.names()).at(start()));
        }
    }

    private RefusedException refused(XMLStreamException fault) throws IOException {
        for (Throwable cause = fault; cause != null; cause = deeper(cause)) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
            if (cause instanceof CharacterCodingException) {
                return new RefusedException(XmlFault.wrongEncoding(charset().name(), "a byte it does not have"));
            }
            if (cause instanceof IOException broken) {
                throw broken;
            }
        }
        return new RefusedException(
                isTruncated(fault)
                        ? XmlFault.truncated(input.size())
                        : XmlFault.of(fault, charset().name()));
    }

    /** The parser also runs into the end behind a lone '&' or a tag that was never closed; then the root is closed. */
    private boolean isTruncated(XMLStreamException fault) {
        return input.exhausted()
                && XmlFault.isEndOfInput(fault)
                && !input.tail().stripTrailing().endsWith("</" + root + ">");
    }

    private static @Nullable Throwable deeper(Throwable fault) {
        return fault.getCause() == null && fault instanceof XMLStreamException stax
                ? stax.getNestedException()
                : fault.getCause();
    }

    private static boolean isUtf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
