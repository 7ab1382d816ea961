package io.flexledger.mapper.ibkr.column;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date, perhaps with a time, perhaps with a zone: as much as the broker wrote. For example,
 * {@code 20250717;124637 EDT}.
 *
 * @param offset stated by a suffix; decides the hour that occurs twice when clocks go back
 */
public record Moment(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    public static Moment of(LocalDate date) {
        return new Moment(date, null, null);
    }

    public boolean isTimed() {
        return time != null;
    }

    /**
     * On the time line. Without an offset the account's zone holds: an hour that occurs twice is the first of the two,
     * one that is skipped moves forward by the gap. Without a time it is the start of the day in New York.
     */
    public Instant instant(ZoneId zone) {
        if (time == null) {
            return date.atStartOfDay(NEW_YORK).toInstant();
        }
        return offset == null
                ? date.atTime(time).atZone(zone).toInstant()
                : date.atTime(time).toInstant(offset);
    }
}
