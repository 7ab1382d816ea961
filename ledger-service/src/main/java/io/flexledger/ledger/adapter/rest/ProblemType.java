package io.flexledger.ledger.adapter.rest;

import io.flexledger.web.problem.ProblemKind;

/**
 * What a caller can get wrong. The names are stable: clients and runbooks rely on them. Each is explained on a page
 * named like it, as in {@code docs/problems/entry-not-found.md}.
 */
enum ProblemType implements ProblemKind {
    ENTRY_NOT_FOUND(
            404,
            "Journal entry not found",
            "Follow a figure's trace again: a correction may have withdrawn the entry."),
    EVENT_NOT_FOUND(404, "Event not found", "Take the id from a journal entry or from topic canonical-event."),
    INVALID_PAGINATION(400, "Invalid page", "Leave the parameter out, or give a value the API description allows.");

    private final Wording wording;

    ProblemType(int status, String title, String nextStep) {
        wording = new Wording(status, title, nextStep);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
