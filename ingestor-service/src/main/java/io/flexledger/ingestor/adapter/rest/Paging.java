package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_PAGINATION;

import io.flexledger.ingestor.intake.ListedRefusal;
import io.flexledger.web.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cursors and limits of lists that only grow at their new end. */
final class Paging {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

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

    static long position(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!POSITION.matcher(cursor).matches()) {
            throw unknown(cursor);
        }
        return Long.parseLong(cursor);
    }

    static ListedRefusal.Place place(@Nullable String cursor) {
        if (cursor == null) {
            return ListedRefusal.Place.START;
        }
        var parts = PLACE.matcher(cursor);
        if (!parts.matches()) {
            throw unknown(cursor);
        }
        return new ListedRefusal.Place(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    static String cursor(ListedRefusal.Place place) {
        return place.file() + "." + place.refusal();
    }

    private static ProblemException unknown(String cursor) {
        return INVALID_PAGINATION.because("cursor must be one an earlier page gave: '" + cursor + "'");
    }
}
