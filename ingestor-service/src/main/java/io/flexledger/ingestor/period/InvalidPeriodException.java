package io.flexledger.ingestor.period;

/** Somebody asked for days that cannot be asked for. The message says which, and what the limit is. */
public final class InvalidPeriodException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidPeriodException(String message) {
        super(message);
    }
}
