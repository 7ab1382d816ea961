package io.flexledger.realtime.adapter.rest;

import io.flexledger.web.problem.ProblemKind;

/**
 * What a caller can get wrong, and what the gateway may not be able to answer. The names are stable: clients and
 * runbooks rely on them. Each is explained on a page named like it, as in {@code docs/problems/frame-not-found.md}.
 */
public enum ProblemType implements ProblemKind {
    NO_ACCOUNT_SNAPSHOT(
            404, "No account snapshot found", "Wait until the gateway was heard once; see /gateway/status."),
    ACCOUNT_AMBIGUOUS(400, "Several accounts", "Name one with ?account=."),
    FRAME_NOT_FOUND(404, "Frame not found", "Take the SHA-256 from the source of a provisional fill."),
    BAD_DATE(400, "Not a date", "Write dates as 2025-07-17."),
    GATEWAY_UNAVAILABLE(503, "The gateway is not heard", "Look at /gateway/status, which says why and what to do.");

    private final Wording wording;

    ProblemType(int status, String title, String nextStep) {
        wording = new Wording(status, title, nextStep);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
