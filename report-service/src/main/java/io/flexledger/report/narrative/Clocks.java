package io.flexledger.report.narrative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The two clocks of a report: where the owner lives, and where the market is.
 *
 * @param market   America/New_York
 * @param observer Asia/Hong_Kong unless set otherwise
 */
public record Clocks(ZoneId market, ZoneId observer) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH);

    /**
     * An instant on both clocks.
     *
     * @param observer ISO 8601 with offset
     * @param market   ISO 8601 with offset
     * @param label    as printed, dates always included
     */
    public record Moment(@JsonIgnore Instant instant, String observer, String market, String label) {}

    public Moment at(Instant instant) {
        return new Moment(
                instant,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(observer)),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(market)),
                span(instant, instant));
    }

    /** For example, {@code 00:46 - 00:50 HKT, July 18 / 12:46 - 12:50 EDT, July 17}. */
    public String span(Instant start, Instant end) {
        return one(start.atZone(observer), end.atZone(observer)) + " / "
                + one(start.atZone(market), end.atZone(market));
    }

    /** As {@link #span}, without the dates where both clocks show the day itself. */
    public String heading(Instant start, Instant end, LocalDate day) {
        boolean plain = isOn(start, day) && isOn(end, day);
        return plain ? span(start, end).replace(", " + DAY.format(day), "") : span(start, end);
    }

    private boolean isOn(Instant instant, LocalDate day) {
        return instant.atZone(observer).toLocalDate().equals(day)
                && instant.atZone(market).toLocalDate().equals(day);
    }

    /** The owner's clock alone. For example, {@code 13:15 HKT}. */
    public String observed(Instant instant) {
        var time = instant.atZone(observer);
        return TIME.format(time) + " " + ZONE.format(time);
    }

    /** To the second, for what is true only for a moment. For example, {@code 22:30:05 HKT (10:30 New York)}. */
    public String precise(Instant instant) {
        var here = instant.atZone(observer);
        return SECONDS.format(here) + " " + ZONE.format(here) + " (" + TIME.format(instant.atZone(market)) + " "
                + city() + ")";
    }

    private String city() {
        var id = market.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** A date with no time of day. For example, {@code July 10}. */
    public String date(Instant instant) {
        return DAY.format(instant.atZone(market));
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** For example, {@code Thursday, July 17, 2025}. */
    static String longDay(LocalDate date) {
        return LONG_DAY.format(date);
    }

    private static String one(ZonedDateTime start, ZonedDateTime end) {
        if (start.truncatedTo(ChronoUnit.MINUTES).equals(end.truncatedTo(ChronoUnit.MINUTES))) {
            return TIME.format(start) + tail(start);
        }
        boolean sameTail = tail(start).equals(tail(end));
        return TIME.format(start) + (sameTail ? "" : tail(start)) + " - " + TIME.format(end) + tail(end);
    }

    private static String tail(ZonedDateTime time) {
        return " " + ZONE.format(time) + ", " + DAY.format(time);
    }
}
