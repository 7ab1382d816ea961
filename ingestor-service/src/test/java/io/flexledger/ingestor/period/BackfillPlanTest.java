package io.flexledger.ingestor.period;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.period.BackfillPlan.Done;
import io.flexledger.ingestor.period.BackfillPlan.Skipped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackfillPlanTest {

    private static final Instant LATER = Instant.parse("2025-10-15T12:00:00Z");
    private static final LocalDate LAST_READY = LocalDate.parse("2025-10-14");

    private static final Done NONE = new Done(_ -> false, _ -> false);

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
            assertThat(BackfillPlan.of(from, to, NONE, LATER, days).chunks()).hasSizeLessThanOrEqualTo(4);
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

    /** The broker makes a report of every day from Monday to Friday, and books expiries on the next of them. */
    @Test
    void aHolidayBetweenTwoChunksIsAskedFor() {
        assertThat(plan("2022-07-05", "2025-07-03", Set.of(), LATER).chunks())
                .containsExactly(
                        period("2022-07-05", "2023-07-04"),
                        period("2023-07-05", "2024-07-03"),
                        period("2024-07-04", "2025-07-03"));
    }

    @Test
    void holidaysAtTheEdgesBelongToTheChunks() {
        var plan = plan("2024-07-04", "2025-07-04", Set.of(), LATER);

        assertThat(plan.tradingDays())
                .startsWith(LocalDate.parse("2024-07-05"))
                .endsWith(LocalDate.parse("2025-07-03"));
        assertThat(plan.skipped())
                .startsWith(skipped("2024-07-04", "holiday: Independence Day"))
                .endsWith(skipped("2025-07-04", "holiday: Independence Day"));
        assertThat(plan.chunks())
                .containsExactly(period("2024-07-04", "2025-07-03"), period("2025-07-04", "2025-07-04"));
    }

    @Test
    void aHolidayIsNotAskedForBeforeItsReportIsReady() {
        assertThat(plan("2025-07-03", "2025-07-04", Set.of(), Instant.parse("2025-07-05T07:59:59Z"))
                        .chunks())
                .containsExactly(period("2025-07-03", "2025-07-03"));
        assertThat(plan("2025-07-03", "2025-07-04", Set.of(), Instant.parse("2025-07-05T08:00:00Z"))
                        .chunks())
                .containsExactly(period("2025-07-03", "2025-07-04"));
    }

    /** Nothing would ever tell that it was fetched. */
    @Test
    void aHolidayAmongCompleteDaysIsNotAskedFor() {
        assertThat(plan("2025-07-02", "2025-07-07", dates("2025-07-02", "2025-07-03", "2025-07-07"), LATER)
                        .chunks())
                .isEmpty();
        assertThat(plan("2025-07-04", "2025-07-06", Set.of(), LATER).chunks()).isEmpty();
    }

    @Test
    void missingIsWhatIsNeitherCompleteNorAsked() {
        var asked = dates("2025-07-15");
        var plan = BackfillPlan.of(
                LocalDate.parse("2025-07-14"),
                LocalDate.parse("2025-07-18"),
                new Done(dates("2025-07-14", "2025-07-17")::contains, asked::contains),
                LATER,
                days);

        assertThat(plan.missing()).containsExactly(LocalDate.parse("2025-07-16"), LocalDate.parse("2025-07-18"));
    }

    @Test
    void nothingIsLostAndNothingFetchedTwice() {
        var random = new Random(20250721);
        for (int round = 0; round < 300; round++) {
            var from = LocalDate.parse("2018-01-01").plusDays(random.nextInt(2800));
            var to = from.plusDays(random.nextInt(1500));
            var complete = someDays(from, to, random);
            var plan = BackfillPlan.of(from, to, new Done(complete::contains, _ -> false), LATER, days);

            assertThat(Stream.concat(
                            plan.tradingDays().stream(), plan.skipped().stream().map(Skipped::date)))
                    .containsExactlyInAnyOrderElementsOf(
                            from.datesUntil(to.plusDays(1)).toList());
            var trading = new TreeSet<>(plan.tradingDays());
            var missing = new TreeSet<>(trading);
            missing.removeAll(complete);
            assertThat(plan.missing()).containsExactlyElementsOf(missing);
            assertThat(from.datesUntil(to.plusDays(1)).filter(BackfillPlanTest::hasReport))
                    .filteredOn(day -> !isAmongComplete(day, trading, complete))
                    .allMatch(day -> plan.chunks().stream()
                                    .filter(chunk -> chunk.covers(day))
                                    .count()
                            == 1);
            assertThat(plan.chunks())
                    .allMatch(chunk -> Stream.of(chunk.from(), chunk.to())
                            .allMatch(day -> hasReport(day) && !isAmongComplete(day, trading, complete)))
                    .hasSizeLessThanOrEqualTo(1 + (int) (DAYS.between(from, to.plusDays(1)) / 365));
            assertOrdered(plan.chunks());
        }
    }

    /** Each request is planned when those before it have been made. */
    @Test
    void whatIsLeftIsWhatWasPlanned() {
        assertCarriedOutAsPlanned(LocalDate.parse("2024-07-04"), LocalDate.parse("2025-07-04"), Set.of());
        var random = new Random(20250704);
        for (int round = 0; round < 100; round++) {
            var from = LocalDate.parse("2018-01-01").plusDays(random.nextInt(2800));
            var to = from.plusDays(random.nextInt(1500));
            assertCarriedOutAsPlanned(from, to, someDays(from, to, random));
        }
    }

    private void assertCarriedOutAsPlanned(LocalDate from, LocalDate to, Set<LocalDate> complete) {
        var made = new ArrayList<Period>();
        Predicate<LocalDate> asked = day -> made.stream().anyMatch(chunk -> chunk.covers(day));
        Predicate<LocalDate> told =
                day -> complete.contains(day) || (days.calendar().isTradingDay(day) && asked.test(day));
        var planned =
                BackfillPlan.of(from, to, new Done(told, asked), LATER, days).chunks();

        for (var left = planned; !left.isEmpty(); ) {
            made.add(left.getFirst());
            left = BackfillPlan.of(from, to, new Done(told, asked), LATER, days).chunks();
        }

        assertThat(made).isEqualTo(planned);
    }

    private static Set<LocalDate> someDays(LocalDate from, LocalDate to, Random random) {
        int share = random.nextInt(1, 40);
        return from.datesUntil(to.plusDays(1))
                .filter(_ -> random.nextInt(share) > 0)
                .collect(Collectors.toSet());
    }

    private static boolean hasReport(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5 && !day.isAfter(LAST_READY);
    }

    /** A trading day that is complete, or a holiday with no other trading days before and after it in the range. */
    private static boolean isAmongComplete(LocalDate day, NavigableSet<LocalDate> trading, Set<LocalDate> complete) {
        return trading.contains(day)
                ? complete.contains(day)
                : Stream.of(trading.headSet(day, false).descendingSet(), trading.tailSet(day, false))
                        .flatMap(side -> side.stream().limit(1))
                        .allMatch(complete::contains);
    }

    private static void assertOrdered(List<Period> chunks) {
        for (int i = 1; i < chunks.size(); i++) {
            assertThat(chunks.get(i).from()).isAfter(chunks.get(i - 1).to());
        }
    }

    private BackfillPlan plan(String from, String to, Set<LocalDate> complete, Instant at) {
        return BackfillPlan.of(
                LocalDate.parse(from), LocalDate.parse(to), new Done(complete::contains, _ -> false), at, days);
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
