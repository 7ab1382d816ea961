package io.flexledger.ingestor.schedule;

import io.flexledger.calendar.MarketCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which of the times of a cron expression count: what such an expression cannot say. */
public enum Occasion {
    /** All of them. */
    ALWAYS,

    /** Those on the first three trading days of a month, by the date in the job's zone. */
    FIRST_BUSINESS_DAYS,

    /**
     * Those from the opening to the closing of the market, and the first one that comes when the last fills of the day
     * are there.
     */
    MARKET_HOURS;

    private static final int FIRST_DAYS = 3;

    /** How long a fill takes, at most, to appear among the confirms. */
    private static final Duration DELAY = Duration.ofMinutes(10);

    boolean accepts(Instant time, Cron cron, ZoneId zone, MarketCalendar calendar) {
        return switch (this) {
            case ALWAYS -> true;
            case FIRST_BUSINESS_DAYS -> isAmongFirst(time.atZone(zone).toLocalDate(), calendar);
            case MARKET_HOURS -> isInMarketHours(time, cron, zone, calendar);
        };
    }

    private static boolean isAmongFirst(LocalDate date, MarketCalendar calendar) {
        return calendar.isTradingDay(date)
                && date.withDayOfMonth(1)
                                .datesUntil(date.plusDays(1))
                                .filter(calendar::isTradingDay)
                                .count()
                        <= FIRST_DAYS;
    }

    private static boolean isInMarketHours(Instant time, Cron cron, ZoneId zone, MarketCalendar calendar) {
        var date = time.atZone(calendar.zone()).toLocalDate();
        if (!calendar.isTradingDay(date) || time.isBefore(calendar.open(date))) {
            return false;
        }
        var settled = calendar.close(date).plus(DELAY);
        return time.isBefore(settled)
                || cron.last(time.minusNanos(1), zone, _ -> true)
                        .filter(settled::isAfter)
                        .isPresent();
    }
}
