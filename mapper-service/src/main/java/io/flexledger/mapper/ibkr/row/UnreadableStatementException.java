package io.flexledger.mapper.ibkr.row;

import io.flexledger.mapper.reading.Reason;
import io.flexledger.mapper.reading.Rejection;

/** The statement cannot be read on: input at fault, never a bug. Caught in one place and turned into a rejection. */
public final class UnreadableStatementException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    UnreadableStatementException(Rejection rejection) {
        super(rejection.reason() + ": " + rejection.expectation());
        this.rejection = rejection;
    }

    static UnreadableStatementException limit(String what, long limit) {
        return new UnreadableStatementException(Rejection.ofArtifact(
                Reason.LIMIT_EXCEEDED,
                what,
                "at most " + limit + " " + what,
                "check that the file comes from the broker; if it does, raise the limit mapper.limits"));
    }

    static UnreadableStatementException unparseable(String found) {
        return new UnreadableStatementException(Rejection.ofArtifact(
                Reason.UNPARSEABLE,
                found,
                "one well-formed FlexStatement element without DTD or entities",
                "download the statement again"));
    }

    public Rejection rejection() {
        return rejection;
    }
}
