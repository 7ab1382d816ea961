package io.flexledger.ingestor.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.period.BackfillPlan.Skipped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackfillPlanTest {

    private static final Instant LATER = Instant.parse("2025-10-15T12:00:00Z");

    private final ReportDays days = ReportDays.newYork(ReportDays.READY_AT);

    @Test
    void aWeekendAndAMondayAreOneTradingDay() {
        var plan = plan("2025-07-19", "2025-07-21", Set.of(), LATER);

        assertThat(plan.tradingDays()).containsExactly(LocalDate.parse("2025-07-21"));
        assertThat(plan.completeDays()).isEmpty();
        assertThat(plan.skipped()).containsExactly(skipped("2025-07-19", "Saturday"), skipped("2025-07-20", "Sunday"));
        assertThat(plan.chunks()).containsExactly(period("2025-07-21", "2025-07-21"));
    }

    @Test
    void everySkippedDayHasAReason() {
        var plan = plan("2025-07-03", "2025-07-14", Set.of(), Instant.parse("2025-07-10T20:00:00Z"));

        assertThat(plan.tradingDays())
                .map(LocalDate::toString)
                .containsExactly("2025-07-03", "2025-07-07", "2025-07-08", "2025-07-09");
        assertThat(plan.skipped())
                .containsExactly(
                        skipped("2025-07-04", "holiday: Independence Day"),
                        skipped("2025-07-05", "Saturday"),
                        skipped("2025-07-06", "Sunday"),
                        skipped("2025-07-10", "not complete yet"),
                        skipped("2025-07-11", "in the future"),
                        skipped("2025-07-12", "in the future"),
                        skipped("2025-07-13", "in the future"),
                        skipped("2025-07-14", "in the future"));
        assertThat(plan.chunks()).containsExactly(period("2025-07-03", "2025-07-09"));
    }

    @Test
    void yesterdayIsNotCompleteBeforeItsStatementIsReady() {
        var plan = plan("2025-07-10", "2025-07-10", Set.of(), Instant.parse("2025-07-11T07:59:59Z"));

        assertThat(plan.skipped()).containsExactly(skipped("2025-07-10", "not complete yet"));
        assertThat(plan.chunks()).isEmpty();
    }

    @Test
    void aChunkBeginsAndEndsWithAMissingDay() {
        var complete = dates("2025-07-01", "2025-07-02", "2025-07-08", "2025-07-17", "2025-07-18");
        var plan = plan("2025-07-01", "2025-07-18", complete, LATER);

        assertThat(plan.completeDays()).containsExactlyElementsOf(new TreeSet<>(complete));
        assertThat(plan.chunks()).containsExactly(period("2025-07-03", "2025-07-16"));
    }

    @Test
    void whatIsCompleteIsNotFetched() {
        assertThat(plan("2025-07-17", "2025-07-20", dates("2025-07-17", "2025-07-18"), LATER)
                        .chunks())
                .isEmpty();
    }

    @Test
    void threeYearsAreFourRequests() {
        var plan = plan("2022-07-01", "2025-06-30", Set.of(), LATER);

        assertThat(plan.tradingDays()).hasSize(127 + 250 + 252 + 122);
        assertThat(plan.chunks())
                .containsExactly(
                        period("2022-07-01", "2023-06-30"),
                        period("2023-07-03", "2024-07-01"),
                        period("2024-07-02", "2025-06-30"));
        for (var from = LocalDate.parse("2018-01-01"); from.getYear() < 2022; from = from.plusDays(1)) {
            var to = from.plusYears(3);
            assertThat(BackfillPlan.of(from, to, Set.of(), LATER, days).chunks())
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> plan("2025-07-21", "2025-07-19", Set.of(), LATER))
                .isInstanceOf(InvalidPeriodException.class)
                .hasMessage("the last day, 2025-07-19, is before the first, 2025-07-21");
        assertThatThrownBy(() -> plan("1985-01-01", "2025-07-19", Set.of(), LATER))
                .isInstanceOf(InvalidPeriodException.class)
                .hasMessage("1985-01-01 to 2025-07-19 are 14810 days, and a backfill covers at most 7305");
    }

    @Test
    void nothingIsLostAndNothingFetchedTwice() {
        var random = new Random(20250721);
        for (int round = 0; round < 300; round++) {
            var from = LocalDate.parse("2018-01-01").plusDays(random.nextInt(2800));
            var to = from.plusDays(random.nextInt(1500));
            var complete = new HashSet<LocalDate>();
            int share = random.nextInt(1, 40);
            from.datesUntil(to.plusDays(1))
                    .filter(_ -> random.nextInt(share) > 0)
                    .forEach(complete::add);
            var plan = BackfillPlan.of(from, to, complete, LATER, days);

            assertThat(Stream.concat(
                            plan.tradingDays().stream(), plan.skipped().stream().map(Skipped::date)))
                    .containsExactlyInAnyOrderElementsOf(
                            from.datesUntil(to.plusDays(1)).toList());
            var missing = new TreeSet<>(plan.tradingDays());
            missing.removeAll(complete);
            assertThat(missing)
                    .allMatch(day -> plan.chunks().stream()
                                    .filter(chunk -> chunk.covers(day))
                                    .count()
                            == 1);
            assertThat(plan.chunks())
                    .allMatch(chunk -> missing.contains(chunk.from()) && missing.contains(chunk.to()))
                    .hasSizeLessThanOrEqualTo(
                            1 + (int) (from.until(to.plusDays(1), java.time.temporal.ChronoUnit.DAYS) / 365));
            assertOrdered(plan.chunks());
        }
    }

    private static void assertOrdered(List<Period> chunks) {
        for (int i = 1; i < chunks.size(); i++) {
            assertThat(chunks.get(i).from()).isAfter(chunks.get(i - 1).to());
        }
    }

    private BackfillPlan plan(String from, String to, Set<LocalDate> complete, Instant at) {
        return BackfillPlan.of(LocalDate.parse(from), LocalDate.parse(to), complete, at, days);
    }

    private static Skipped skipped(String date, String reason) {
        return new Skipped(LocalDate.parse(date), reason);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Set<LocalDate> dates(String... dates) {
        return new HashSet<>(Stream.of(dates).map(LocalDate::parse).toList());
    }
}
