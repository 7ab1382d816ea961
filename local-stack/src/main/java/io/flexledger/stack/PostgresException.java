package io.flexledger.stack;

import org.jspecify.annotations.Nullable;

/** The PostgreSQL server cannot be prepared, started or stopped; the message says what its log says. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresException(String message) {
        this(message, null);
    }

    PostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
