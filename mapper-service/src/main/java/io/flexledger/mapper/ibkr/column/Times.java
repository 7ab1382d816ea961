package io.flexledger.mapper.ibkr.column;

import io.flexledger.mapper.reading.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in every shape a Flex query can be set to: {@code 20250717}, {@code 2025-07-17}, {@code 17/07/25},
 * each alone or followed by {@code ;}, {@code T}, a blank or a comma and {@code 124637} or {@code 12:46:37}, perhaps a
 * fraction, perhaps {@code EDT}, {@code EST} or an ISO offset.
 */
public final class Times {

    private static final ZoneOffset EASTERN_SUMMER = ZoneOffset.ofHours(-4);
    private static final ZoneOffset EASTERN_WINTER = ZoneOffset.ofHours(-5);
    private static final int CENTURY = 2000;

    private final String text;
    private int at;

    private Times(String text) {
        this.text = text;
    }

    public static Moment parse(String text, DateOrder order) {
        var times = new Times(text.strip());
        try {
            return times.moment(order);
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw times.refused();
        }
    }

    /** A time that stands in a column of its own, beside its date. */
    public static Moment at(LocalDate date, String time) {
        var times = new Times(time.strip());
        try {
            return times.rest(date);
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw times.refused();
        }
    }

    private Moment moment(DateOrder order) {
        var date = date(order);
        if (at == text.length()) {
            return Moment.of(date);
        }
        int separator = at;
        while (at < text.length() && ";T, ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == separator || at - separator > 2) {
            throw refused();
        }
        return rest(date);
    }

    private Moment rest(LocalDate date) {
        var time = time();
        var offset = offset();
        if (at != text.length()) {
            throw refused();
        }
        return new Moment(date, time, offset);
    }

    private LocalDate date(DateOrder order) {
        if (text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = number(4);
            at++;
            int month = number(2);
            at++;
            return LocalDate.of(year, month, number(2));
        }
        if (DateOrder.isSlashed(text)) {
            return slashed(order);
        }
        return LocalDate.of(number(4), number(2), number(2));
    }

    private LocalDate slashed(DateOrder order) {
        int first = number(2);
        at++;
        int second = number(2);
        at++;
        boolean fourDigits = text.length() >= at + 4 && Character.isDigit(text.charAt(at + 2));
        int year = fourDigits ? number(4) : CENTURY + number(2);
        return switch (order.after(text)) {
            case DAY_FIRST -> LocalDate.of(year, second, first);
            case MONTH_FIRST -> LocalDate.of(year, first, second);
            case UNDECIDED -> undecided(year, first, second);
        };
    }

    private LocalDate undecided(int year, int first, int second) {
        if (first != second) {
            throw new RefusedException(
                    Reason.AMBIGUOUS_DATE,
                    null,
                    text,
                    "a date whose day and month can be told apart somewhere in the file",
                    "set the query's date format to yyyyMMdd and download again");
        }
        return LocalDate.of(year, first, second);
    }

    private LocalTime time() {
        int hour = number(2);
        boolean colons = at < text.length() && text.charAt(at) == ':';
        at += colons ? 1 : 0;
        int minute = number(2);
        int second = 0;
        if (!colons || (at < text.length() && text.charAt(at) == ':')) {
            at += colons ? 1 : 0;
            second = number(2);
        }
        return LocalTime.of(hour, minute, second, nanos());
    }

    private int nanos() {
        if (at >= text.length() || text.charAt(at) != '.') {
            return 0;
        }
        int from = ++at;
        int nanos = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - from < 9) {
            nanos = nanos * 10 + number(1);
        }
        for (int i = at - from; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private @Nullable ZoneOffset offset() {
        var suffix = text.substring(at).strip();
        at = text.length();
        return switch (suffix) {
            case "" -> null;
            case "EDT" -> EASTERN_SUMMER;
            case "EST" -> EASTERN_WINTER;
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(suffix);
        };
    }

    private int number(int digits) {
        int number = 0;
        for (int end = at + digits; at < end; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw refused();
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private RefusedException refused() {
        return new RefusedException(
                Reason.BAD_DATE,
                null,
                text,
                "a date such as 20250717, 2025-07-17 or 17/07/25, alone or with a time such as ;124637 EDT",
                "set the query's date format to yyyyMMdd and its time format to HHmmss");
    }
}
