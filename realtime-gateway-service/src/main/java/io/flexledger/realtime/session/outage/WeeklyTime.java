package io.flexledger.realtime.session.outage;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A time of every week, such as {@code SUNDAY 01:00}. */
public record WeeklyTime(DayOfWeek day, LocalTime time) {

    public static WeeklyTime parse(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length == 2) {
            try {
                return new WeeklyTime(DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)), LocalTime.parse(parts[1]));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("a time of the week is written like SUNDAY 01:00: " + text, e);
            }
        }
        throw new IllegalArgumentException("a time of the week is written like SUNDAY 01:00: " + text);
    }

    /** When it was last; now counts. */
    Instant lastAt(Instant now, ZoneId zone) {
        LocalDate latest = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(day));
        Instant at = latest.atTime(time).atZone(zone).toInstant();
        return at.isAfter(now) ? latest.minusWeeks(1).atTime(time).atZone(zone).toInstant() : at;
    }
}
