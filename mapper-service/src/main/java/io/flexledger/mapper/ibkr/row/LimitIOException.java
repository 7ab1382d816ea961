package io.flexledger.mapper.ibkr.row;

import java.io.IOException;

/** Carries a limit through the XML parser, which lets nothing but an {@link IOException} pass. */
final class LimitIOException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final long limit;

    LimitIOException(String what, long limit) {
        super("more than " + limit + " " + what);
        this.what = what;
        this.limit = limit;
    }

    UnreadableStatementException unreadable() {
        return UnreadableStatementException.limit(what, limit);
    }
}
