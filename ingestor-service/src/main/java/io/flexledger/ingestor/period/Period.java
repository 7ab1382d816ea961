package io.flexledger.ingestor.period;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;

/**
 * The days of one request, both ends included: at most 365, as many as the broker answers at once.
 * For example, 2025-07-01 to 2025-07-18.
 */
public record Period(LocalDate from, LocalDate to) {

    public static final int MAX_DAYS = 365;

    public Period {
        requireOrder(from, to);
        long days = DAYS.between(from, to) + 1;
        if (days > MAX_DAYS) {
            throw new InvalidPeriodException(
                    "%s to %s are %d days, and one request covers at most %d".formatted(from, to, days, MAX_DAYS));
        }
    }

    static void requireOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidPeriodException("the last day, %s, is before the first, %s".formatted(to, from));
        }
    }

    /** The longest period with this last day that does not begin before the first. */
    static Period endingOn(LocalDate to, LocalDate from) {
        var earliest = to.minusDays(MAX_DAYS - 1L);
        return new Period(from.isBefore(earliest) ? earliest : from, to);
    }

    public long days() {
        return DAYS.between(from, to) + 1;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
