package io.flexledger.mapper.adapter.rest;

import io.flexledger.web.problem.ProblemKind;

/**
 * What a caller can get wrong. The names are stable: clients and runbooks rely on them. Each is explained on a page named
 * like it, as in {@code docs/problems/row-not-found.md}.
 */
public enum ProblemType implements ProblemKind {
    ARTIFACT_NOT_FOUND(404, "Artifact not found", "Take the artifact id from an event's source or from the ingestor."),
    ROW_NOT_FOUND(404, "Row not found", "Look at the artifact's row count; rows are numbered from 1."),
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
