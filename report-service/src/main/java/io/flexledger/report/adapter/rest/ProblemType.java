package io.flexledger.report.adapter.rest;

import java.util.Locale;

/**
 * What a caller can get wrong. The names are stable: clients and runbooks rely on them. Each is explained on a page
 * named like it, as in {@code docs/problems/account-not-found.md}.
 */
enum ProblemType {
    ACCOUNT_NOT_FOUND(404, "Account not found", "List the accounts; one appears with its first statement.");

    private final int status;
    private final String title;
    private final String nextStep;

    ProblemType(int status, String title, String nextStep) {
        this.status = status;
        this.title = title;
        this.nextStep = nextStep;
    }

    /** To be thrown, with what was found: {@code throw ACCOUNT_NOT_FOUND.because("...")}. */
    ProblemException because(String detail) {
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
