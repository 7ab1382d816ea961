package io.flexledger.ingestor.xml;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What the parser found wrong, said so that a person can act on it. */
final class XmlFault {

    private static final String DOWNLOAD_AGAIN =
            "Download the report again from the broker, and upload the file without opening or editing it.";

    // Where the parser's own words speak of what it cannot do rather than of the file.
    /** A byte from 128 up that begins no character; the parser takes it for the character of that number. */
    private static final Pattern LONE_BYTE =
            Pattern.compile("^Illegal XML character \\('.' \\(code (12[89]|1[3-9]\\d|2\\d\\d)\\)\\)");

    private static final Pattern ENTITY = Pattern.compile("entity reference \\(&(.*);\\)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[\\w.:-]{1,50}");

    private XmlFault() {}

    static boolean isEndOfInput(XMLStreamException fault) {
        return fault.getMessage() != null && isEndOfInput(fault.getMessage());
    }

    private static boolean isEndOfInput(String message) {
        return message.toLowerCase(Locale.ROOT).contains("end-of-input");
    }

    static Refusal truncated(long size) {
        return Refusal.of(
                        RefusalCode.TRUNCATED_XML,
                        "The XML breaks off at byte %d, before its last element ends.".formatted(size),
                        DOWNLOAD_AGAIN)
                .at(size);
    }

    static Refusal dtd(long offset) {
        return Refusal.of(
                        RefusalCode.DTD_REFUSED,
                        "The file declares a document type. It may name other files and entities, so it is not read.",
                        DOWNLOAD_AGAIN)
                .at(offset);
    }

    static Refusal wrongEncoding(String charset, String found) {
        return Refusal.of(
                RefusalCode.WRONG_ENCODING,
                "The file is read as %s but holds %s.".formatted(charset, found),
                "Save the file in the encoding its first line declares, or download it again.");
    }

    static Refusal of(XMLStreamException fault, String charset) {
        var message = described(fault);
        var offset = fault.getLocation() == null ? -1 : fault.getLocation().getCharacterOffset();
        var refusal = message.startsWith("Invalid UTF-8")
                        || LONE_BYTE.matcher(message).find()
                ? wrongEncoding(charset, "bytes that are not: " + message)
                : Refusal.of(RefusalCode.MALFORMED_XML, "The XML is broken: " + message + ".", DOWNLOAD_AGAIN);
        return offset < 0 ? refusal : refusal.at(offset);
    }

    private static String described(XMLStreamException fault) {
        var whole = fault.getMessage() == null ? "unreadable" : fault.getMessage();
        var message = whole.lines().findFirst().orElse("unreadable");
        var entity = ENTITY.matcher(whole);
        if (!entity.find()) {
            return isEndOfInput(message) ? "an element or reference is not closed before the root ends" : message;
        }
        var name = entity.group(1);
        return NAME.matcher(name).matches()
                ? "the entity &" + name + "; is not declared"
                : "an '&' is not written as &amp;";
    }
}
