package io.flexledger.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Trading days and hours of the New York exchanges. Half-days end at 13:00: 3 July when the 4th is a Tuesday to Friday,
 * the Friday after Thanksgiving, and 24 December when it is a Monday to Thursday.
 */
public final class MarketCalendar {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
    private final ZoneId zone;

    public MarketCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** The exchanges' own clock, for readers that have no account whose broker writes by another. */
    public static MarketCalendar newYork() {
        return new MarketCalendar(ZoneId.of("America/New_York"));
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isTradingDay(LocalDate date) {
        return !isWeekend(date) && !holidays.isHoliday(date);
    }

    /** Saturday or Sunday, whatever else the day is. */
    public static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(SATURDAY) >= 0;
    }

    /**
     * Why a date is no trading day: {@code Saturday}, {@code Sunday} or {@code holiday: Independence Day}. A holiday that
     * falls on a weekend is a weekend; the day that is closed in its place carries its name. Empty for a trading day.
     */
    public Optional<String> reason(LocalDate date) {
        if (isWeekend(date)) {
            return Optional.of(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        return holidays.getHolidays(date, date).stream().findFirst().map(holiday -> "holiday: " + name(holiday));
    }

    /** The root locale: for any other, English too, the library falls back to the language of the machine. */
    private static String name(Holiday holiday) {
        return switch (holiday.getPropertiesKey()) {
            case "CHRISTMAS" -> "Christmas Day";
            case "LABOUR_DAY" -> "Labor Day";
            default -> holiday.getDescription(Locale.ROOT);
        };
    }

    public boolean isHalfDay(LocalDate date) {
        return isTradingDay(date) && closesEarly(date);
    }

    private static boolean closesEarly(LocalDate date) {
        return switch (date.getMonth()) {
            case JULY -> date.getDayOfMonth() == 3 && between(date.getDayOfWeek(), MONDAY, THURSDAY);
            case NOVEMBER -> date.equals(thanksgiving(date.getYear()).plusDays(1));
            case DECEMBER -> date.getDayOfMonth() == 24 && between(date.getDayOfWeek(), MONDAY, THURSDAY);
            case JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, AUGUST, SEPTEMBER, OCTOBER -> false;
        };
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, THURSDAY));
    }

    private static boolean between(DayOfWeek day, DayOfWeek first, DayOfWeek last) {
        return day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
    }

    public LocalDate previousTradingDay(LocalDate date) {
        return seek(date, day -> day.minusDays(1));
    }

    public LocalDate nextTradingDay(LocalDate date) {
        return seek(date, day -> day.plusDays(1));
    }

    private LocalDate seek(LocalDate date, UnaryOperator<LocalDate> step) {
        var day = step.apply(date);
        while (!isTradingDay(day)) {
            day = step.apply(day);
        }
        return day;
    }

    public Instant open(LocalDate date) {
        return date.atTime(OPEN).atZone(zone).toInstant();
    }

    public Instant close(LocalDate date) {
        return date.atTime(isHalfDay(date) ? EARLY_CLOSE : CLOSE).atZone(zone).toInstant();
    }

    /** From the opening to the closing second, both included. */
    public boolean isOpen(Instant at) {
        var date = at.atZone(zone).toLocalDate();
        return isTradingDay(date) && !at.isBefore(open(date)) && !at.isAfter(close(date));
    }

    /** Whatever the clock says, the row belongs to its report date; the clock only says where inside it. */
    public Session session(LocalDate reportDate, Instant at) {
        var date = at.atZone(zone).toLocalDate();
        if (date.isBefore(reportDate)) {
            return Session.OVERNIGHT;
        }
        if (at.isBefore(open(reportDate))) {
            return Session.PRE_MARKET;
        }
        return at.isAfter(close(reportDate)) ? Session.AFTER_CLOSE : Session.INTRADAY;
    }
}
