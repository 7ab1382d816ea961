package io.flexledger.ledger.adapter.rest;

import java.util.Locale;

/**
 * What a caller can get wrong. The names are stable: clients and runbooks rely on them. Each is explained on a page
 * named like it, as in {@code docs/problems/entry-not-found.md}.
 */
enum ProblemType {
    ENTRY_NOT_FOUND(
            404,
            "Journal entry not found",
            "Follow a figure's trace again: a correction may have withdrawn the entry."),
    EVENT_NOT_FOUND(404, "Event not found", "Take the id from a journal entry or from topic canonical-event.");

    private final int status;
    private final String title;
    private final String nextStep;

    ProblemType(int status, String title, String nextStep) {
        this.status = status;
        this.title = title;
        this.nextStep = nextStep;
    }

    /** To be thrown, with what was found: {@code throw ENTRY_NOT_FOUND.because("...")}. */
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
