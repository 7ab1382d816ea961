package io.flexledger.ingestor.flex;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import io.flexledger.ingestor.xml.XmlReaders;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElements;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * A {@code FlexStatementResponse}: what the service says instead of a report. What it does not say is empty, what it
 * says beyond this is passed over.
 */
@XmlRootElement(name = "FlexStatementResponse")
@XmlAccessorType(XmlAccessType.FIELD)
public final class FlexAnswer {

    private static final int SHOWN = 1_000;
    private static final JAXBContext CONTEXT = context();

    @XmlAttribute(name = "timestamp")
    private String timestamp = "";

    @XmlElement(name = "Status")
    private String status = "";

    @XmlElement(name = "ErrorCode")
    private String code = "";

    @XmlElement(name = "ErrorMessage")
    private String message = "";

    @XmlElement(name = "ReferenceCode")
    private String reference = "";

    @XmlElements({@XmlElement(name = "Url"), @XmlElement(name = "url")})
    private String url = "";

    private FlexAnswer() {}

    /**
     * Reads a document whose root is known to be an answer's.
     *
     * @param document all of it, so it is small
     * @throws RefusedException when it is not well-formed
     */
    public static FlexAnswer read(byte[] document, Charset charset) throws RefusedException {
        try {
            var reader = XmlReaders.openLocal(new ByteArrayInputStream(document), charset);
            return CONTEXT.createUnmarshaller()
                    .unmarshal(reader, FlexAnswer.class)
                    .getValue();
        } catch (XMLStreamException | JAXBException e) {
            var refused = new RefusedException(Refusal.of(
                    RefusalCode.MALFORMED_XML,
                    "The answer of the broker cannot be read.",
                    "Download the report again from the broker."));
            refused.initCause(e);
            throw refused;
        }
    }

    /** As the broker writes it, such as {@code 28 August, 2025 10:37 AM EDT}. */
    public String timestamp() {
        return timestamp;
    }

    /** Success, Warn or Fail. */
    public String status() {
        return status;
    }

    /** Such as 1019; {@link FlexErrorCode} knows what it means. */
    public String code() {
        return code;
    }

    /** The broker's own words. */
    public String message() {
        return message;
    }

    /** Under which a requested report is fetched. */
    public String reference() {
        return reference;
    }

    /** Where a requested report is fetched; to be trusted only on a host of the broker. */
    public String url() {
        return url;
    }

    /** The service took the request; the report itself is fetched afterwards. */
    public boolean isReceipt() {
        return code.isEmpty() && status.equalsIgnoreCase("Success");
    }

    /** Why it is no report, for a person who has it in place of one. */
    public Refusal refusal() {
        return isReceipt()
                ? Refusal.of(
                        RefusalCode.NOT_A_STATEMENT,
                        "The file is the receipt for a requested report%s, not the report itself."
                                .formatted(reference.isEmpty() ? "" : " (reference code " + shown(reference) + ")"),
                        "Download the report with the reference code of the receipt, and upload that.")
                : Refusal.of(RefusalCode.FLEX_ERROR_ANSWER, describe(), nextStep());
    }

    /** One or two sentences: code, the broker's message, and what the code means. */
    private String describe() {
        var words = sentence(shown(message));
        var said = "The broker answered %s instead of a report%s."
                .formatted(
                        code.isEmpty() ? "with an error" : "with error " + shown(code),
                        words.isEmpty() ? "" : ": " + words);
        return FlexErrorCode.find(code)
                .map(FlexErrorCode::meaning)
                .filter(meaning -> words.isEmpty() || !lower(meaning).contains(lower(words)))
                .map(meaning -> said + " " + meaning)
                .orElse(said);
    }

    private String nextStep() {
        return FlexErrorCode.find(code)
                .map(known -> known.remedy().nextStep())
                .orElse("Look the code up in the broker's Flex Web Service guide, and fetch the report again.");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(FlexAnswer.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the bindings of an answer are sound", e);
        }
    }
}
