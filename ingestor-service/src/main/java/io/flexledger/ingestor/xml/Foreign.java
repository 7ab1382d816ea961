package io.flexledger.ingestor.xml;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import java.util.List;
import java.util.regex.Pattern;

/** Names what a document is when it is not XML. */
public final class Foreign {

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final String PDF = "%PDF";
    private static final int SHOWN = 20;
    private static final String EXPORT_AS_XML =
            "Set the format of the Flex query to XML in Client Portal, run it again, and upload that file.";

    private Foreign() {}

    /** @param content the first characters, without leading white space, one per byte */
    static Refusal name(String content) {
        var line = content.lines().findFirst().orElse("");
        if (isCsv(line)) {
            return Refusal.of(
                            RefusalCode.CSV_NOT_SUPPORTED,
                            "The file is delimited text. A CSV export lacks what a ledger needs to be exact.",
                            EXPORT_AS_XML)
                    .at(0);
        }
        return Refusal.of(RefusalCode.NOT_XML, "The file " + kind(line) + ".", EXPORT_AS_XML)
                .at(0);
    }

    public static Refusal htmlPage() {
        return Refusal.of(
                        RefusalCode.HTML_PAGE,
                        "The file is an HTML page, such as a login or error page saved in place of the report.",
                        "Log in to Client Portal again, run the query, and upload the XML file it offers.")
                .at(0);
    }

    private static String kind(String line) {
        if (line.startsWith(PDF)) {
            return "is a PDF document";
        }
        if (isJson(line)) {
            return "looks like JSON";
        }
        var start = line.substring(0, Math.min(SHOWN, line.length()));
        return start.chars().allMatch(c -> c >= ' ' && c < 0x7f)
                ? "begins with '" + start + "' instead of '<'"
                : "does not begin with text";
    }

    /** The line is text, and one delimiter occurs in it at least twice. */
    private static boolean isCsv(String line) {
        return !isJson(line)
                && !line.startsWith(PDF)
                && line.chars().noneMatch(c -> c < ' ' && c != '\t')
                && DELIMITERS.stream().anyMatch(delimiter -> line.split(Pattern.quote(delimiter), -1).length > 2);
    }

    private static boolean isJson(String line) {
        return line.startsWith("{") || line.startsWith("[");
    }
}
