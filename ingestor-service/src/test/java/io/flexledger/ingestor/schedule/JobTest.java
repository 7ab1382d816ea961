package io.flexledger.ingestor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.ingestor.period.JobPeriod;
import io.flexledger.ingestor.period.ReportDays;
import io.flexledger.ingestor.period.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final MarketCalendar calendar = MarketCalendar.newYork();

    @ParameterizedTest
    @CsvSource({
        "daily, 2025-07-18T09:00:00Z, 2025-07-19T09:00:00Z", // Saturday, 17:00 in Hong Kong
        "daily, 2025-07-19T09:00:00Z, 2025-07-22T09:00:00Z",
        "daily, 2025-12-24T09:00:00Z, 2025-12-25T09:00:00Z", // Christmas Day tells of the day before
        "weekly, 2025-07-18T09:00:00Z, 2025-07-19T10:00:00Z",
        "weekly, 2025-07-19T10:00:00Z, 2025-07-26T10:00:00Z",
        "monthly, 2025-07-18T09:00:00Z, 2025-08-03T10:00:00Z",
        "monthly, 2025-08-03T10:00:00Z, 2025-09-07T10:00:00Z",
        "last-month, 2025-07-18T09:00:00Z, 2025-08-01T09:30:00Z", // Friday, the first of three
        "last-month, 2025-08-01T09:30:00Z, 2025-08-04T09:30:00Z",
        "last-month, 2025-08-04T09:30:00Z, 2025-08-05T09:30:00Z",
        "last-month, 2025-08-05T09:30:00Z, 2025-09-02T09:30:00Z", // Labor Day was the first
        "last-month, 2025-12-31T00:00:00Z, 2026-01-02T09:30:00Z", // Friday after New Year's Day
        "last-month, 2026-01-02T09:30:00Z, 2026-01-05T09:30:00Z",
        "last-month, 2026-01-06T09:30:00Z, 2026-02-02T09:30:00Z",
    })
    void runsAtItsTimes(String name, Instant after, Instant next) {
        assertThat(job(name).next(after, calendar)).contains(next);
        assertThat(job(name).last(next, calendar)).contains(next);
    }

    @Test
    void everyMonthIsFetchedAgainThreeTimes() {
        var times = times(job("last-month"), "2018-01-01T00:00:00Z", "2028-01-01T00:00:00Z");

        assertThat(times).hasSize(10 * 12 * 3);
    }

    @Test
    void theDailyFetchFindsTheDayBeforeReady() {
        var days = ReportDays.newYork(ReportDays.READY_AT);
        var seen = new ArrayList<LocalDate>();
        for (var time : times(job("daily"), "2025-01-02T00:00:00Z", "2026-01-01T00:00:00Z")) {
            var last = job("daily").period().on(time, days, Set.of()).to();
            if (seen.isEmpty() || last.isAfter(seen.getLast())) {
                seen.add(last);
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(LocalDate.parse("2024-12-31")
                        .datesUntil(LocalDate.parse("2025-12-31"))
                        .filter(calendar::isTradingDay)
                        .toList());
    }

    @Nested
    class Due {

        private final Job daily = job("daily");

        @Test
        void onceWhateverWasMissed() {
            var now = Instant.parse("2025-07-29T12:00:00Z"); // Tuesday; the last run was ten days ago
            var due = daily.due(Instant.parse("2025-07-19T09:00:00Z"), now, calendar);

            assertThat(due).contains(Instant.parse("2025-07-29T09:00:00Z"));
            assertThat(daily.due(due.orElseThrow(), now, calendar)).isEmpty();
        }

        @Test
        void notBeforeItsTime() {
            var ranAt = Instant.parse("2025-07-18T09:00:00Z");

            assertThat(daily.due(ranAt, Instant.parse("2025-07-19T08:59:59Z"), calendar))
                    .isEmpty();
            assertThat(daily.due(ranAt, Instant.parse("2025-07-19T09:00:00Z"), calendar))
                    .contains(Instant.parse("2025-07-19T09:00:00Z"));
        }

        @Test
        void notForTimesBeforeItWasKnown() {
            assertThat(daily.due(
                            Instant.parse("2025-07-20T00:00:00Z"), Instant.parse("2025-07-21T00:00:00Z"), calendar))
                    .isEmpty();
        }

        @Test
        void asOftenAsAskedAndNeverTwice() {
            var random = new Random(20250719);
            var ranAt = Instant.parse("2025-01-01T00:00:00Z");
            var now = ranAt;
            for (int look = 0; look < 400; look++) {
                now = now.plusSeconds(random.nextInt(3 * 86_400));
                var due = daily.due(ranAt, now, calendar);
                if (due.isPresent()) {
                    assertThat(due.orElseThrow()).isAfter(ranAt).isBeforeOrEqualTo(now);
                    ranAt = due.orElseThrow();
                }
                assertThat(daily.next(ranAt, calendar).orElseThrow()).isAfter(now);
            }
        }
    }

    @Nested
    class Intraday {

        private final Job intraday = Jobs.of("fills", Role.CONFIRMS, "", null).getFirst();

        @Test
        void followsTheMarketToWhenItsLastFillsAreThere() {
            assertThat(onDay(intraday, "2025-07-18"))
                    .hasSize(28)
                    .startsWith("09:30", "09:45")
                    .endsWith("15:45", "16:00", "16:15");
        }

        @ParameterizedTest
        @CsvSource({"2025-11-28, 13:15", "2025-07-03, 13:15", "2025-12-24, 13:15", "2025-12-23, 16:15"})
        void endsEarlyOnHalfDays(String day, String last) {
            assertThat(onDay(intraday, day)).startsWith("09:30").endsWith(last);
        }

        @ParameterizedTest
        @CsvSource({"2025-07-04", "2025-07-19", "2025-01-09", "2025-12-25"})
        void restsOnDaysWithoutTrading(String day) {
            assertThat(onDay(intraday, day)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"5, 09:30, 16:10", "20, 09:40, 16:20", "30, 09:30, 16:30", "60, 10:00, 17:00", "1, 09:30, 16:10"})
        void runsAsOftenAsConfigured(int minutes, String first, String last) {
            var job = Jobs.of("fills", Role.CONFIRMS, "every %d minutes".formatted(minutes), null)
                    .getFirst();

            assertThat(onDay(job, "2025-07-18")).startsWith(first).endsWith(last);
        }

        @Test
        void isDueOnceAfterANight() {
            var ranAt = Instant.parse("2025-07-18T14:00:00Z");
            var due = intraday.due(ranAt, Instant.parse("2025-07-20T12:00:00Z"), calendar);

            assertThat(due).contains(Instant.parse("2025-07-18T20:15:00Z"));
        }

        @Test
        void knowsBothSidesOfAWeekend() {
            var sunday = Instant.parse("2025-07-20T12:00:00Z");

            assertThat(intraday.next(sunday, calendar)).contains(Instant.parse("2025-07-21T13:30:00Z"));
            assertThat(intraday.last(sunday, calendar)).contains(Instant.parse("2025-07-18T20:15:00Z"));
        }

        private List<String> onDay(Job job, String day) {
            var midnight = LocalDate.parse(day).atStartOfDay(NEW_YORK);
            return times(
                            job,
                            midnight.toInstant().toString(),
                            midnight.plusDays(1).toInstant().toString())
                    .stream()
                    .map(time -> time.atZone(NEW_YORK).toLocalTime().toString())
                    .toList();
        }
    }

    /** From an instant, excluded, to another. */
    private List<Instant> times(Job job, String from, String to) {
        var end = Instant.parse(to);
        var times = new ArrayList<Instant>();
        for (var time = job.next(Instant.parse(from), calendar).orElseThrow();
                time.isBefore(end);
                time = job.next(time, calendar).orElseThrow()) {
            times.add(time);
        }
        return times;
    }

    private static Job job(String name) {
        return Jobs.of("main", Role.FULL, "", null).stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isWhatItsRecordSays() {
        assertThat(job("weekly").period()).isEqualTo(new JobPeriod.LastDays(90));
        assertThat(job("weekly").cron()).isEqualTo(Cron.parse("0  18 * * SAT"));
    }
}
