package io.flexledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketCalendarTest {

    /** As the exchange published them, weekends left out. */
    private static final Map<Integer, List<String>> HOLIDAYS = new TreeMap<>(Map.of(
            2018, List.of("01-01", "01-15", "02-19", "03-30", "05-28", "07-04", "09-03", "11-22", "12-05", "12-25"),
            2019, List.of("01-01", "01-21", "02-18", "04-19", "05-27", "07-04", "09-02", "11-28", "12-25"),
            2020, List.of("01-01", "01-20", "02-17", "04-10", "05-25", "07-03", "09-07", "11-26", "12-25"),
            2021, List.of("01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24"),
            2022, List.of("01-17", "02-21", "04-15", "05-30", "06-20", "07-04", "09-05", "11-24", "12-26"),
            2023, List.of("01-02", "01-16", "02-20", "04-07", "05-29", "06-19", "07-04", "09-04", "11-23", "12-25"),
            2024, List.of("01-01", "01-15", "02-19", "03-29", "05-27", "06-19", "07-04", "09-02", "11-28", "12-25"),
            2025,
                    List.of(
                            "01-01", "01-09", "01-20", "02-17", "04-18", "05-26", "06-19", "07-04", "09-01", "11-27",
                            "12-25"),
            2026, List.of("01-01", "01-19", "02-16", "04-03", "05-25", "06-19", "07-03", "09-07", "11-26", "12-25"),
            2027, List.of("01-01", "01-18", "02-15", "03-26", "05-31", "06-18", "07-05", "09-06", "11-25", "12-24")));

    /** The names in the order of a year without special closures. */
    private static final List<String> NAMES = List.of(
            "New Year's Day",
            "Martin Luther King, Jr. Day",
            "Washington's Birthday",
            "Good Friday",
            "Memorial Day",
            "Juneteenth",
            "Independence Day",
            "Labor Day",
            "Thanksgiving Day",
            "Christmas Day");

    private static final Map<Integer, List<String>> HALF_DAYS = new TreeMap<>(Map.of(
            2018, List.of("07-03", "11-23", "12-24"),
            2019, List.of("07-03", "11-29", "12-24"),
            2020, List.of("11-27", "12-24"),
            2021, List.of("11-26"),
            2022, List.of("11-25"),
            2023, List.of("07-03", "11-24"),
            2024, List.of("07-03", "11-29", "12-24"),
            2025, List.of("07-03", "11-28", "12-24"),
            2026, List.of("11-27", "12-24"),
            2027, List.of("11-26")));

    private final MarketCalendar calendar = MarketCalendar.newYork();

    @Test
    void closesOnTheExchangesHolidaysAndNoOthers() {
        HOLIDAYS.forEach((year, expected) -> assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(day -> day.getDayOfWeek().getValue() < 6 && !calendar.isTradingDay(day))
                        .map(day -> day.toString().substring(5)))
                .as("holidays of %d", year)
                .containsExactlyElementsOf(expected));
    }

    @Test
    void closesEarlyOnTheExchangesHalfDaysAndNoOthers() {
        HALF_DAYS.forEach((year, expected) -> assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar::isHalfDay)
                        .map(day -> day.toString().substring(5)))
                .as("half-days of %d", year)
                .containsExactlyElementsOf(expected));
    }

    @Nested
    class Reason {

        @ParameterizedTest
        @CsvSource({
            "2025-07-19, Saturday",
            "2025-07-20, Sunday",
            "2025-07-04, holiday: Independence Day",
            "2026-07-03, holiday: Independence Day", // the 4th is a Saturday
            "2026-07-04, Saturday",
            "2021-07-05, holiday: Independence Day", // the 4th was a Sunday
            "2021-12-24, holiday: Christmas Day", // the 25th was a Saturday
            "2023-01-02, holiday: New Year's Day", // the 1st was a Sunday
            "2022-06-20, holiday: Juneteenth",
            "2018-12-05, holiday: National Day of Mourning (death of President George H. W. Bush)",
            "2025-01-09, holiday: National Day of Mourning (death of President Jimmy Carter)",
        })
        void namesWhatKeepsTheExchangeClosed(LocalDate day, String reason) {
            assertThat(calendar.reason(day)).contains(reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2025-07-21", "2021-06-18", "2021-12-31", "2010-12-31", "2025-11-28"})
        void isEmptyForATradingDay(LocalDate day) {
            assertThat(calendar.reason(day)).isEmpty();
        }

        @Test
        void followsTheYearInTheExchangesWords() {
            assertThat(reasonsOfWeekdays(2023))
                    .containsExactlyElementsOf(
                            NAMES.stream().map(name -> "holiday: " + name).toList());
        }

        @Test
        void isThereExactlyWhenNothingIsTraded() {
            assertThat(LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)))
                    .allMatch(day -> calendar.reason(day).isPresent() != calendar.isTradingDay(day));
        }

        @Test
        void isEnglishOnAnyMachine() {
            var machine = Locale.getDefault();
            Locale.setDefault(Locale.GERMANY);
            try {
                assertThat(calendar.reason(LocalDate.parse("2025-11-27"))).contains("holiday: Thanksgiving Day");
                assertThat(calendar.reason(LocalDate.parse("2025-11-29"))).contains("Saturday");
            } finally {
                Locale.setDefault(machine);
            }
        }

        private List<String> reasonsOfWeekdays(int year) {
            return LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> day.getDayOfWeek().getValue() < 6)
                    .flatMap(day -> calendar.reason(day).stream())
                    .toList();
        }
    }

    @Test
    void weekendAndHolidayAreNoTradingDays() {
        assertThat(calendar.nextTradingDay(LocalDate.parse("2025-07-03"))).isEqualTo("2025-07-07");
        assertThat(calendar.previousTradingDay(LocalDate.parse("2025-07-21"))).isEqualTo("2025-07-18");
    }

    @Nested
    class Hours {

        @ParameterizedTest
        @CsvSource({
            "2025-07-17, 2025-07-17T13:30:00Z, 2025-07-17T20:00:00Z", // summer
            "2025-01-17, 2025-01-17T14:30:00Z, 2025-01-17T21:00:00Z", // winter
            "2025-03-07, 2025-03-07T14:30:00Z, 2025-03-07T21:00:00Z", // last day before clocks go forward
            "2025-03-10, 2025-03-10T13:30:00Z, 2025-03-10T20:00:00Z",
            "2025-10-31, 2025-10-31T13:30:00Z, 2025-10-31T20:00:00Z", // last day before clocks go back
            "2025-11-03, 2025-11-03T14:30:00Z, 2025-11-03T21:00:00Z",
            "2025-11-28, 2025-11-28T14:30:00Z, 2025-11-28T18:00:00Z", // half-day
        })
        void followTheClockInNewYork(LocalDate day, Instant open, Instant close) {
            assertThat(calendar.open(day)).isEqualTo(open);
            assertThat(calendar.close(day)).isEqualTo(close);
            assertThat(List.of(open, close)).allMatch(calendar::isOpen);
            assertThat(List.of(open.minusSeconds(1), close.plusSeconds(1))).noneMatch(calendar::isOpen);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2025-07-04T15:00:00Z", "2025-07-19T15:00:00Z", "2025-01-09T16:00:00Z"})
        void areNoneOnADayWithoutTrading(Instant noon) {
            assertThat(calendar.isOpen(noon)).isFalse();
        }
    }

    @Nested
    class SessionOfAReportDay {

        @ParameterizedTest
        @CsvSource({
            "2025-07-18, 2025-07-17T20:20:00Z, OVERNIGHT", // 16:20 of the day before, booked with the 18th
            "2025-07-18, 2025-07-18T03:59:59Z, OVERNIGHT", // 23:59:59 of the day before
            "2025-07-18, 2025-07-18T04:00:00Z, PRE_MARKET", // midnight
            "2025-07-18, 2025-07-18T13:29:59Z, PRE_MARKET",
            "2025-07-18, 2025-07-18T13:30:00Z, INTRADAY", // the opening second
            "2025-07-18, 2025-07-18T20:00:00Z, INTRADAY", // the closing second belongs to the day
            "2025-07-18, 2025-07-18T20:00:01Z, AFTER_CLOSE",
            "2025-07-18, 2025-07-18T20:20:00Z, AFTER_CLOSE", // 16:20, booked with the same day
            "2025-11-28, 2025-11-28T18:00:00Z, INTRADAY", // 13:00 of a half-day
            "2025-11-28, 2025-11-28T18:00:01Z, AFTER_CLOSE",
        })
        void isToldByTheClock(LocalDate day, Instant at, Session session) {
            assertThat(calendar.session(day, at)).isEqualTo(session);
        }
    }
}
