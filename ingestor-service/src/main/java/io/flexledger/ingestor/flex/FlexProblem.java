package io.flexledger.ingestor.flex;

import java.util.Locale;

/** Why a report could not be fetched. The names are stable: clients and runbooks rely on them. */
public enum FlexProblem {
    FLEX_TOKEN("The broker does not accept the token"),
    FLEX_REQUEST("The broker does not accept the request"),
    FLEX_STATEMENT("The broker has no report yet"),
    FLEX_UNKNOWN_CODE("The broker answered with an unknown code"),
    FLEX_UNREACHABLE("The broker cannot be reached"),
    FLEX_WRONG_HOST("The broker names a foreign host"),
    FLEX_REPORT_DAMAGED("The report arrived damaged"),
    FLEX_TIMEOUT("The report took too long"),
    FLEX_PAUSED("The query rests");

    private final String title;

    FlexProblem(String title) {
        this.title = title;
    }

    /** One line, the same for every failure of this kind. */
    public String title() {
        return title;
    }

    /** Name of the page that explains it, as in {@code flex-token}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
