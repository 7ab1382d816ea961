package io.flexledger.ledger.adapter.rest;

import static io.flexledger.ledger.adapter.rest.ProblemType.INVALID_PAGINATION;

import io.flexledger.ledger.provisional.HeardFill;
import io.flexledger.ledger.provisional.HeardFill.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits and cursors. A cursor is the last fill of a page: its day and its id. */
final class Paging {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private Paging() {}

    /** 1 to 200, 50 where absent; more is cut to 200. */
    static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw INVALID_PAGINATION.because("limit must be a whole number from 1: '" + text + "'");
        }
        return Math.min(Integer.parseInt(text), MAX_LIMIT);
    }

    static String cursor(HeardFill last) {
        return last.reportDate() + "_" + last.fill().id();
    }

    static @Nullable Place after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var parts = cursor.split("_", -1);
            if (parts.length == 2) {
                return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            // Told below.
        }
        throw INVALID_PAGINATION.because("cursor must be one an earlier page gave: '" + cursor + "'");
    }
}
