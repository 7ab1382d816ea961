package io.flexledger.ingestor.period;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import io.flexledger.calendar.MarketCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which days a job asks for, whenever it runs. Written as {@code month-to-date} or {@code last-90-days}. */
public sealed interface JobPeriod {

    /**
     * The days to ask for at an instant.
     *
     * @param complete trading days that need not be asked for again
     */
    Period on(Instant at, ReportDays days, Set<LocalDate> complete);

    /** As it is written in a setting. */
    String text();

    /** Reads a setting. */
    static JobPeriod parse(String text) {
        return switch (text.strip()) {
            case "month-to-date" -> new MonthToDate();
            case "last-month" -> new LastMonth();
            case "today" -> new Today();
            case String other -> LastDays.parse(other);
        };
    }

    /**
     * From the first of the month to the last day that should be there; earlier when an earlier trading day is missing,
     * so that a lost week needs no backfill. Missing is what follows a complete day without being one: nobody asked for
     * the days before the first.
     */
    record MonthToDate() implements JobPeriod {

        @Override
        public Period on(Instant at, ReportDays days, Set<LocalDate> complete) {
            var to = days.lastReady(at);
            var first = to.withDayOfMonth(1);
            var missing = firstMissing(new TreeSet<>(complete), to, days.calendar());
            return Period.endingOn(to, missing.isBefore(first) ? missing : first);
        }

        private static LocalDate firstMissing(NavigableSet<LocalDate> complete, LocalDate to, MarketCalendar calendar) {
            if (complete.isEmpty()) {
                return to;
            }
            var earliest = to.minusDays(Period.MAX_DAYS - 1L);
            var day = complete.first().isBefore(earliest) ? earliest : complete.first();
            while (day.isBefore(to) && (complete.contains(day) || !calendar.isTradingDay(day))) {
                day = day.plusDays(1);
            }
            return day;
        }

        @Override
        public String text() {
            return "month-to-date";
        }
    }

    /** The calendar month before the present one, as far as it should be there. */
    record LastMonth() implements JobPeriod {

        @Override
        public Period on(Instant at, ReportDays days, Set<LocalDate> complete) {
            var first = days.today(at).withDayOfMonth(1).minusMonths(1);
            var last = first.with(lastDayOfMonth());
            var ready = days.lastReady(at);
            return new Period(first, ready.isBefore(last) ? ready : last);
        }

        @Override
        public String text() {
            return "last-month";
        }
    }

    /** So many days, the last of them the last that should be there. */
    record LastDays(int count) implements JobPeriod {

        private static final Pattern FORM = Pattern.compile("last-(\\d{1,3})-days");

        public LastDays {
            if (count < 1 || count > Period.MAX_DAYS) {
                throw new InvalidPeriodException("a period has 1 to %d days, not %d".formatted(Period.MAX_DAYS, count));
            }
        }

        static LastDays parse(String text) {
            var form = FORM.matcher(text);
            if (!form.matches()) {
                throw new InvalidPeriodException(
                        "no period: '%s'; there are month-to-date, last-month, last-90-days (1 to %d) and today"
                                .formatted(text, Period.MAX_DAYS));
            }
            return new LastDays(Integer.parseInt(form.group(1)));
        }

        @Override
        public Period on(Instant at, ReportDays days, Set<LocalDate> complete) {
            var to = days.lastReady(at);
            return new Period(to.minusDays(count - 1L), to);
        }

        @Override
        public String text() {
            return "last-" + count + "-days";
        }
    }

    /** The present date in New York: for confirms, which are there minutes after the fill. */
    record Today() implements JobPeriod {

        @Override
        public Period on(Instant at, ReportDays days, Set<LocalDate> complete) {
            var today = days.today(at);
            return new Period(today, today);
        }

        @Override
        public String text() {
            return "today";
        }
    }
}
