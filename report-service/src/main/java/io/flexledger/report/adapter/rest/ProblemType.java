package io.flexledger.report.adapter.rest;

import java.util.Locale;

/**
 * What a caller can get wrong. The names are stable: clients and runbooks rely on them. Each is explained on a page
 * named like it, as in {@code docs/problems/account-not-found.md}.
 */
public enum ProblemType {
    ACCOUNT_NOT_FOUND(404, "Account not found", "List the accounts; one appears with its first statement."),
    ACCOUNT_AMBIGUOUS(400, "Several accounts", "Name one with ?account=."),
    BAD_DATE(400, "Not a date", "Write dates as 2025-07-17."),
    BAD_FORMAT(400, "Unknown format", "Ask for json, md or html."),
    BAD_KIND(400, "Unknown kind", "Ask for official, calculated or live."),
    DAY_NOT_FOUND(404, "No such report day", "Ask for one of the days named, or list them with the summary."),
    FIGURE_NOT_FOUND(404, "No such figure", "Take the name of a figure from a report, where each has one."),
    INVALID_PAGINATION(400, "Invalid page", "Use a limit from 1 and the cursor the last answer gave.");

    private final int status;
    private final String title;
    private final String nextStep;

    ProblemType(int status, String title, String nextStep) {
        this.status = status;
        this.title = title;
        this.nextStep = nextStep;
    }

    /** To be thrown, with what was found: {@code throw ACCOUNT_NOT_FOUND.because("...")}. */
    public ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What a person does now, in one sentence. */
    String nextStep() {
        return nextStep;
    }

    /** Name of the page that explains it. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
