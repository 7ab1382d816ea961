package io.flexledger.mapper.adapter.rest;

import java.util.Locale;

/**
 * What a caller can get wrong. The names are stable: clients and runbooks rely on them. Each is explained on a page named
 * like it, as in {@code docs/problems/row-not-found.md}.
 */
public enum ProblemType {
    ARTIFACT_NOT_FOUND(404, "Artifact not found", "Take the artifact id from an event's source or from the ingestor."),
    ROW_NOT_FOUND(404, "Row not found", "Look at the artifact's row count; rows are numbered from 1."),
    INVALID_PAGINATION(400, "Invalid page", "Leave the parameter out, or give a value the API description allows."),
    UNAVAILABLE(503, "The database is not available", "Try again in some seconds; nothing was lost.");

    private final int status;
    private final String title;
    private final String nextStep;

    ProblemType(int status, String title, String nextStep) {
        this.status = status;
        this.title = title;
        this.nextStep = nextStep;
    }

    /** To be thrown, with what was found: {@code throw ROW_NOT_FOUND.because("...")}. */
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
