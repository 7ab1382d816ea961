package io.flexledger.ingestor.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.XMLStreamReader2;

/** Opens bytes of strangers: no type declarations, no entities, no byte that the encoding does not have. */
public final class XmlReaders {

    private XmlReaders() {}

    /**
     * A factory of its own for each document: a shared one collects the names of all documents for ever. The parser
     * counts bytes in UTF-8 only; in the other encodings a character is a byte, so it counts characters.
     */
    static XMLStreamReader2 open(InputStream input, Charset charset) throws XMLStreamException {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        if (charset.equals(StandardCharsets.UTF_8)) {
            return (XMLStreamReader2) factory.createXMLStreamReader(input);
        }
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return (XMLStreamReader2) factory.createXMLStreamReader(new InputStreamReader(input, decoder));
    }

    /**
     * For a small document that is bound to a type by the names of its elements. Namespaces are left out: the broker
     * uses none, so what a stranger declares, such as another type for an element, must not count.
     */
    public static XMLStreamReader openLocal(InputStream input, Charset charset) throws XMLStreamException {
        return new LocalNames(open(input, charset));
    }

    private static final class LocalNames extends StreamReaderDelegate {

        LocalNames(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public String getNamespaceURI() {
            return "";
        }

        @Override
        public String getAttributeNamespace(int index) {
            return "";
        }

        @Override
        public int getNamespaceCount() {
            return 0;
        }
    }
}
