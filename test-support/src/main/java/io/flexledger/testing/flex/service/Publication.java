package io.flexledger.testing.flex.service;

import io.flexledger.testing.statement.account.MarketCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the figures of a day are there: on the next calendar day, at this time in New York.
 *
 * @param time 04:30 by habit of the broker
 */
public record Publication(LocalTime time) {

    public static final Publication BROKER = new Publication(LocalTime.of(4, 30));

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** The newest report day whose figures are there. */
    public LocalDate lastDay(Instant now) {
        ZonedDateTime there = now.atZone(NEW_YORK);
        LocalDate day = there.toLocalDate();
        LocalDate published = there.toLocalTime().isBefore(time) ? day.minusDays(1) : day;
        return MarketCalendar.previousReportDay(published);
    }

    static LocalDate today(Instant now) {
        return now.atZone(NEW_YORK).toLocalDate();
    }
}
