package io.flexledger.testing.statement.account;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * The two calendars of a statement: report days are Monday to Friday without exception, trading days leave out the
 * holidays of the New York Stock Exchange. Written out as rules, since test code should not put a holiday library on
 * every module's class path; unscheduled closures are left out.
 */
public final class MarketCalendar {

    private MarketCalendar() {}

    public static boolean isReportDay(LocalDate date) {
        return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    public static boolean isTradingDay(LocalDate date) {
        return isReportDay(date) && !holidays(date.getYear()).contains(date);
    }

    public static LocalDate nextReportDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isReportDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    public static LocalDate previousReportDay(LocalDate date) {
        LocalDate previous = date.minusDays(1);
        while (!isReportDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** Settlement of a trade, one business day later. */
    public static LocalDate nextTradingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isTradingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The standard monthly expiry: the broker books it on the day itself, every other expiry a report day later. */
    public static boolean isThirdFriday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.FRIDAY && date.getDayOfMonth() > 14 && date.getDayOfMonth() <= 21;
    }

    /** Exchange holidays of a year, also those that fall on a weekend and are not moved. */
    public static Set<LocalDate> holidays(int year) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate newYear = LocalDate.of(year, Month.JANUARY, 1);
        days.add(newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear);
        days.add(nth(year, Month.JANUARY, 3));
        days.add(nth(year, Month.FEBRUARY, 3));
        days.add(easterSunday(year).minusDays(2));
        days.add(LocalDate.of(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        if (year >= 2022) {
            days.add(moved(LocalDate.of(year, Month.JUNE, 19)));
        }
        days.add(moved(LocalDate.of(year, Month.JULY, 4)));
        days.add(nth(year, Month.SEPTEMBER, 1));
        days.add(LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
        days.add(moved(LocalDate.of(year, Month.DECEMBER, 25)));
        return days;
    }

    private static LocalDate nth(int year, Month month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static LocalDate moved(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    /** Easter of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
    private static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
