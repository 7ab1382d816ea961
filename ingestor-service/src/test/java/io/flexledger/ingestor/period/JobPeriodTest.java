package io.flexledger.ingestor.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobPeriodTest {

    /** 17:00 in Hong Kong on Tuesday, 22 July 2025: Monday is the last day there. */
    private static final Instant TUESDAY = Instant.parse("2025-07-22T09:00:00Z");

    private final ReportDays days = ReportDays.newYork(ReportDays.READY_AT);

    @ParameterizedTest
    @CsvSource({
        "month-to-date, 2025-07-22T09:00:00Z, 2025-07-01, 2025-07-21",
        "month-to-date, 2025-08-01T09:00:00Z, 2025-07-01, 2025-07-31", // August has begun, July has a day to tell
        "month-to-date, 2025-08-02T09:00:00Z, 2025-08-01, 2025-08-01",
        "month-to-date, 2025-09-02T09:00:00Z, 2025-08-01, 2025-08-29", // Tuesday after Labor Day
        "last-month, 2025-08-01T09:30:00Z, 2025-07-01, 2025-07-31",
        "last-month, 2025-08-04T09:30:00Z, 2025-07-01, 2025-07-31",
        "last-month, 2021-06-01T09:30:00Z, 2021-05-01, 2021-05-28", // the 31st was Memorial Day
        "last-month, 2021-06-02T09:30:00Z, 2021-05-01, 2021-05-31",
        "last-month, 2026-01-05T09:30:00Z, 2025-12-01, 2025-12-31",
        "last-90-days, 2025-07-22T09:00:00Z, 2025-04-23, 2025-07-21",
        "last-365-days, 2025-07-22T09:00:00Z, 2024-07-22, 2025-07-21",
        "last-1-days, 2025-07-22T09:00:00Z, 2025-07-21, 2025-07-21",
        "today, 2025-07-22T14:15:00Z, 2025-07-22, 2025-07-22",
    })
    void isWrittenByItsName(String text, Instant at, LocalDate from, LocalDate to) {
        var period = JobPeriod.parse(text);

        assertThat(period.on(at, days, Set.of())).isEqualTo(new Period(from, to));
        assertThat(period.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "last-0-days", "last-366-days", "last-9999-days", "last--1-days"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> JobPeriod.parse(text)).isInstanceOf(InvalidPeriodException.class);
    }

    @Nested
    class MonthToDate {

        @Test
        void reachesBackToTheFirstMissingDay() {
            var complete = tradingDays("2025-06-02", "2025-06-24");

            assertThat(on(TUESDAY, complete)).isEqualTo(period("2025-06-25", "2025-07-21"));
        }

        @Test
        void findsAHole() {
            var complete = tradingDays("2025-05-01", "2025-07-21");
            complete.remove(LocalDate.parse("2025-06-05"));

            assertThat(on(TUESDAY, complete)).isEqualTo(period("2025-06-05", "2025-07-21"));
        }

        @Test
        void beginsWithTheMonthWhenOnlyDaysOfItAreMissing() {
            assertThat(on(TUESDAY, tradingDays("2025-05-01", "2025-07-09")))
                    .isEqualTo(period("2025-07-01", "2025-07-21"));
        }

        @Test
        void asksForNothingBeforeTheFirstDayEverTold() {
            assertThat(on(TUESDAY, tradingDays("2025-07-17", "2025-07-18")))
                    .isEqualTo(period("2025-07-01", "2025-07-21"));
        }

        @Test
        void reachesBackAYearAtMost() {
            assertThat(on(TUESDAY, tradingDays("2023-07-17", "2023-07-18")))
                    .isEqualTo(period("2024-07-22", "2025-07-21"));
        }

        @Test
        void leavesNoHoleBehindWhateverWasMissed() {
            var random = new Random(20250718);
            for (int round = 0; round < 300; round++) {
                var first = LocalDate.parse("2024-09-03").plusDays(random.nextInt(250));
                var complete = tradingDays(first.toString(), "2025-07-21");
                complete.removeIf(day -> random.nextInt(12) == 0);
                var asked = on(TUESDAY, complete);

                var after = new TreeSet<>(complete);
                after.addAll(tradingDays(asked.from().toString(), asked.to().toString()));
                assertThat(after).isEqualTo(tradingDays(after.first().toString(), "2025-07-21"));
                assertThat(asked.from()).isBeforeOrEqualTo("2025-07-01");
                if (asked.from().isBefore(LocalDate.parse("2025-07-01"))) {
                    assertThat(complete).doesNotContain(asked.from());
                }
            }
        }

        private Period on(Instant at, Set<LocalDate> complete) {
            return new JobPeriod.MonthToDate().on(at, days, complete);
        }

        private static Period period(String from, String to) {
            return new Period(LocalDate.parse(from), LocalDate.parse(to));
        }
    }

    private NavigableSet<LocalDate> tradingDays(String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .filter(days.calendar()::isTradingDay)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
