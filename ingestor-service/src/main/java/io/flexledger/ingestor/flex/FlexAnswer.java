package io.flexledger.ingestor.flex;

import java.util.Locale;

/**
 * A {@code FlexStatementResponse}: what the service says instead of a report. Absent elements are empty.
 *
 * @param status  Success, Warn or Fail
 * @param code    as in {@code <ErrorCode>}, such as 1019
 * @param message the broker's own words
 */
public record FlexAnswer(String status, String code, String message) {

    /** The service took the request; the report itself is fetched afterwards. */
    public boolean isReceipt() {
        return code.isEmpty() && status.equalsIgnoreCase("Success");
    }

    /** One or two sentences: code, the broker's message, and what the code means. */
    public String describe() {
        var what = code.isEmpty() ? "with an error" : "with error " + code;
        var words = message.isEmpty() ? "." : ": " + stripped(message) + ".";
        var said = "The broker answered %s instead of a report%s".formatted(what, words);
        return FlexErrorCode.find(code)
                .map(FlexErrorCode::meaning)
                .filter(meaning -> !meaning.toLowerCase(Locale.ROOT)
                                .contains(stripped(message).toLowerCase(Locale.ROOT))
                        || message.isEmpty())
                .map(meaning -> said + " " + meaning)
                .orElse(said);
    }

    public String nextStep() {
        return FlexErrorCode.find(code)
                .map(known -> known.remedy().nextStep())
                .orElse("Look the code up in the broker's Flex Web Service guide, and fetch the report again.");
    }

    private static String stripped(String message) {
        var text = message.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
