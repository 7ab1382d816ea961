package io.flexledger.mapper.ibkr.column;

import io.flexledger.mapper.reading.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A row, or a value of it, is not what a fact can be made of. Input at fault, so it never leaves the package that maps
 * rows: there it becomes a rejection.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String field;
    private final @Nullable String value;
    private final String expectation;
    private final String nextStep;

    public RefusedException(
            Reason reason, @Nullable String field, @Nullable String value, String expectation, String nextStep) {
        super(expectation, null, false, false);
        this.reason = reason;
        this.field = field;
        this.value = value;
        this.expectation = expectation;
        this.nextStep = nextStep;
    }

    public RefusedException in(String column) {
        return new RefusedException(reason, column, value, expectation, nextStep);
    }

    public Reason reason() {
        return reason;
    }

    public @Nullable String field() {
        return field;
    }

    public @Nullable String value() {
        return value;
    }

    public String expectation() {
        return expectation;
    }

    public String nextStep() {
        return nextStep;
    }
}
