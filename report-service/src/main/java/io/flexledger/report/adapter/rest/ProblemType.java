package io.flexledger.report.adapter.rest;

import io.flexledger.web.problem.ProblemKind;

/**
 * What a caller can get wrong. The names are stable: clients and runbooks rely on them. Each is explained on a page
 * named like it, as in {@code docs/problems/account-not-found.md}.
 */
public enum ProblemType implements ProblemKind {
    ACCOUNT_NOT_FOUND(404, "Account not found", "List the accounts; one appears with its first statement."),
    ACCOUNT_AMBIGUOUS(400, "Several accounts", "Name one with ?account=."),
    ALERT_NOT_FOUND(404, "Alert not found", "List the alerts and take the id from there."),
    BAD_ACKNOWLEDGEMENT(400, "The acknowledgement cannot be taken", "Send by and note as JSON, or no body at all."),
    BAD_ALERT_FILTER(
            400,
            "Unknown filter of alerts",
            "Name an account or a kind as the answers spell it; open is true or false."),
    BAD_DATE(400, "Not a date", "Write dates as 2025-07-17."),
    BAD_FORMAT(400, "Unknown format", "Ask for json, md or html."),
    BAD_KIND(400, "Unknown kind", "Ask for official, calculated or live."),
    DAY_NOT_FOUND(404, "No such report day", "Ask for one of the days named, or list them with the summary."),
    FIGURE_NOT_FOUND(404, "No such figure", "Take the name of a figure from a report, where each has one."),
    FOREIGN_PAGE(403, "Asked for by another site", "Do it on the page of the report itself."),
    INVALID_PAGINATION(400, "Invalid page", "Use a limit from 1 and the cursor the last answer gave."),
    TOO_SOON(429, "Too soon", "Wait as long as Retry-After says.");

    private final Wording wording;

    ProblemType(int status, String title, String nextStep) {
        wording = new Wording(status, title, nextStep);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
