package io.flexledger.ingestor.period;

import io.flexledger.calendar.MarketCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When a trading day's statement is there.
 *
 * @param calendar where the days are traded; its zone is the one they end in
 * @param readyAt  time of the next calendar day, in that zone, from which the broker should have a day's figures
 */
public record ReportDays(MarketCalendar calendar, LocalTime readyAt) {

    /**
     * At 17:00 in Hong Kong it is 04:00 in New York in winter and 05:00 in summer, so that a fetch at that hour expects
     * the day before all year.
     */
    public static final LocalTime READY_AT = LocalTime.of(4, 0);

    public static ReportDays newYork(LocalTime readyAt) {
        return new ReportDays(MarketCalendar.newYork(), readyAt);
    }

    /** The date where the days are traded. */
    public LocalDate today(Instant at) {
        return at.atZone(calendar.zone()).toLocalDate();
    }

    /** The last trading day whose statement should be there at this instant. */
    public LocalDate lastReady(Instant at) {
        var now = at.atZone(calendar.zone());
        var firstUnready =
                now.toLocalTime().isBefore(readyAt) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        return calendar.previousTradingDay(firstUnready);
    }

    /**
     * Of a period that somebody asks for by hand.
     *
     * @throws InvalidPeriodException where no report can be about it: the broker would count the request as failed
     */
    public void requireAskable(Period period, Instant at) {
        if (period.from().isAfter(today(at))) {
            throw new InvalidPeriodException(
                    "%s to %s lie in the future: the last day with a report is %s. Ask for days up to that one"
                            .formatted(period.from(), period.to(), lastReady(at)));
        }
        if (period.from().datesUntil(period.to().plusDays(1)).allMatch(MarketCalendar::isWeekend)) {
            throw new InvalidPeriodException("%s to %s are a weekend, of which there is no report. Ask for %s"
                    .formatted(period.from(), period.to(), calendar.previousTradingDay(period.from())));
        }
    }

    /** Whether a statement tells all of a day: it covers it, and was made after the day's last midnight. */
    public boolean completes(StatedDays statement, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        return statement.covers(day) && !statement.generatedAt().isBefore(end);
    }

    /** The trading days that one of the statements completes. */
    public NavigableSet<LocalDate> complete(Collection<StatedDays> statements) {
        var days = new TreeSet<LocalDate>();
        for (var statement : statements) {
            for (var day = statement.from(); completes(statement, day); day = day.plusDays(1)) {
                if (calendar.isTradingDay(day)) {
                    days.add(day);
                }
            }
        }
        return Collections.unmodifiableNavigableSet(days);
    }
}
