package io.flexledger.mapper.adapter.rest;

import static io.flexledger.mapper.adapter.rest.ProblemType.INVALID_PAGINATION;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Limits, cursors and offsets, and the pages they cut. */
final class Paging {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private Paging() {}

    /** @param next cursor or offset of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page<T>(List<T> items, @Nullable String next) {

        /** @param found one entry more than fits, where there are more */
        static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
            boolean more = found.size() > limit;
            var items = more ? found.subList(0, limit) : found;
            return new Page<>(items, more ? cursor.apply(items.getLast()) : null);
        }
    }

    /** 1 to 200, 50 where absent; more is cut to 200. */
    static int limit(@Nullable String text) {
        int limit = number("limit", text, DEFAULT_LIMIT);
        if (limit < 1) {
            throw INVALID_PAGINATION.because("limit must be a whole number from 1: '" + text + "'");
        }
        return Math.min(limit, MAX_LIMIT);
    }

    static int offset(@Nullable String text) {
        return number("offset", text, 0);
    }

    static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw INVALID_PAGINATION.because("cursor must be one an earlier page gave: '" + cursor + "'");
        }
        return Long.parseLong(cursor);
    }

    private static int number(String name, @Nullable String text, int absent) {
        if (text == null) {
            return absent;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw INVALID_PAGINATION.because(name + " must be a whole number: '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
