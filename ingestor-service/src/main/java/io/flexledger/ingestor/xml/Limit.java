package io.flexledger.ingestor.xml;

import static io.flexledger.ingestor.refusal.RefusalCode.XML_LIMIT_EXCEEDED;

import io.flexledger.ingestor.refusal.Refusal;

/** The limits of {@link ScanLimits}, as a refusal names them. */
public enum Limit {
    DEPTH("elements nested more than %d deep"),
    TOKEN("a single tag, text or comment of more than %d bytes"),
    ATTRIBUTES("an element with more than %d attributes"),
    NAMES("more than %d different names of elements, attributes and prefixes"),
    STATEMENTS("more than %d statements"),
    ALL_STATEMENTS("more than %d statements together with the documents before it in its archive"),
    ANSWER("the root element of an error answer and more than %d bytes"),
    ENVELOPE("a name, date or period of more than %d characters");

    private final String what;

    Limit(String what) {
        this.what = what;
    }

    public Refusal exceeded(int limit) {
        return Refusal.of(
                XML_LIMIT_EXCEEDED,
                "The document has " + what.formatted(limit) + ", which no report of the broker has.",
                nextStep());
    }

    private String nextStep() {
        return switch (this) {
            case STATEMENTS, ALL_STATEMENTS ->
                "Fetch shorter periods, or split the archive, so that fewer statements share one file.";
            default -> "Download the report again from the broker, and upload it unchanged.";
        };
    }
}
