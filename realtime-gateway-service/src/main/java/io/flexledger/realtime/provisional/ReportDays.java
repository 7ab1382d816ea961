package io.flexledger.realtime.provisional;

import io.flexledger.calendar.MarketCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The statement day an instant will most likely be booked on: the trading day in New York, and after the evening's last
 * session the next one. The ledger moves what a statement then does not have, so a wrong guess is mended there.
 */
public final class ReportDays {

    /** The last session of a trading day ends; what trades overnight is dated to the next. */
    private static final LocalTime END = LocalTime.of(20, 0);

    private final MarketCalendar calendar;

    public ReportDays(MarketCalendar calendar) {
        this.calendar = calendar;
    }

    public LocalDate of(Instant instant) {
        ZonedDateTime local = instant.atZone(calendar.zone());
        LocalDate date = local.toLocalDate();
        boolean over = !local.toLocalTime().isBefore(END);
        return calendar.isTradingDay(date) && !over ? date : calendar.nextTradingDay(date);
    }

    /** Where a day begins, for what has no time of its own. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }
}
