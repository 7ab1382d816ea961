package io.flexledger.ledger;

import java.time.LocalDate;

/** The facts of a day contradict one another, or the fold is wrong about them: their account waits for a person. */
final class UnfoldableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfoldableException(LocalDate day, RuntimeException cause) {
        super(day + " cannot be folded: " + cause.getMessage() + "; the log has the details", cause);
    }
}
