package io.flexledger.ingestor.adapter.rest;

import io.flexledger.web.problem.ProblemKind;

/**
 * What a caller can get wrong, beside the content of a file. The names are stable: clients and runbooks rely on them.
 * Each is explained on a page named like it, as in {@code docs/problems/run-not-found.md}.
 */
public enum ProblemType implements ProblemKind {
    FILE_NOT_FOUND(404, "File not found", "List the files and take a SHA-256 from there."),
    ARTIFACT_NOT_FOUND(404, "Artifact not found", "Look at a file's statements and take an artifact id from there."),
    RUN_NOT_FOUND(404, "Run not found", "List the runs and take an id from there."),
    QUERY_NOT_FOUND(404, "Query not found", "List the queries with GET /ingestion/queries and take a name from there."),
    BACKFILL_NOT_FOUND(404, "Backfill not found", "Take the id from the answer that started it."),
    INVALID_PAGINATION(400, "Invalid page", "Leave the parameter out, or give a value the API description allows."),
    INVALID_SORT_FIELD(400, "Invalid sort field", "Leave sort_by out, or name one of the fields."),
    INVALID_SORT_DIRECTION(400, "Invalid sort direction", "Leave sort_dir out, or give asc or desc."),
    INVALID_FILTER(400, "Invalid filter", "Leave the filter out, or give a value the API description allows."),
    INVALID_JSON(400, "Unreadable body", "Send the object the API description shows, as JSON."),
    INVALID_REPROCESS(400, "Invalid scope", "Give both period_key and flex_query_id, or neither."),
    RUN_ALREADY_ACTIVE(409, "A run is active", "Wait until it has ended, or look at it with GET /ingestion/runs/{id}."),
    FLEX_NOT_CONFIGURED(
            409,
            "The Flex Web Service is not configured",
            "Set ACCOUNT_ID, IBKR_FLEX_TOKEN and IBKR_FLEX_QUERY_ID, and start the service again."),
    RUN_CHANGED(412, "The run has changed", "Read the run again, and repeat the change with its new ETag."),
    BODY_TOO_LARGE(413, "The body is too large", "Send less, or send a file to /ingestion/files."),
    INVALID_PERIOD(422, "Invalid period", "Give both days as 2025-07-01, the first not after the last."),
    QUERY_REQUIRED(422, "A query is required", "Name one of the configured queries."),
    INVALID_NOTE(422, "Invalid note", "Shorten the note."),
    VERSION_REQUIRED(428, "A version is required", "Read the run, and send its ETag as If-Match."),
    FLEX_PAUSED(429, "The query rests", "Wait for as long as Retry-After says; the detail tells why.");

    private final Wording wording;

    ProblemType(int status, String title, String nextStep) {
        wording = new Wording(status, title, nextStep);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
