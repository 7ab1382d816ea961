package io.flexledger.ingestor.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDaysTest {

    private final ReportDays days = ReportDays.newYork(ReportDays.READY_AT);

    @ParameterizedTest
    @CsvSource({
        "2025-07-22T07:59:59Z, 2025-07-18", // Tuesday, a second before 04:00 in New York: Monday is not there yet
        "2025-07-22T08:00:00Z, 2025-07-21",
        "2025-07-22T09:00:00Z, 2025-07-21", // 17:00 in Hong Kong
        "2025-07-19T09:00:00Z, 2025-07-18", // Saturday, 17:00 in Hong Kong
        "2025-07-21T09:00:00Z, 2025-07-18", // Monday: nothing new since Saturday
        "2025-07-05T09:00:00Z, 2025-07-03", // the day after a holiday
        "2025-01-15T08:59:59Z, 2025-01-13", // winter, a second before 17:00 in Hong Kong
        "2025-01-15T09:00:00Z, 2025-01-14", // which is 04:00 in New York
        "2025-03-11T08:00:00Z, 2025-03-10", // the clocks went forward on the 9th
        "2025-11-04T09:00:00Z, 2025-11-03", // and back on the 2nd
        "2025-07-22T03:00:00Z, 2025-07-18", // Monday, 23:00 in New York
    })
    void aDayIsReadyOnTheNextMorning(Instant at, LocalDate day) {
        assertThat(days.lastReady(at)).isEqualTo(day);
    }

    @Test
    void readyTimeIsASetting() {
        var later = ReportDays.newYork(LocalTime.of(4, 30));

        assertThat(later.lastReady(Instant.parse("2025-07-22T08:29:59Z"))).isEqualTo("2025-07-18");
        assertThat(later.lastReady(Instant.parse("2025-07-22T08:30:00Z"))).isEqualTo("2025-07-21");
    }

    @Test
    void todayIsNewYorks() {
        assertThat(days.today(Instant.parse("2025-07-22T03:59:59Z"))).isEqualTo("2025-07-21");
        assertThat(days.today(Instant.parse("2025-07-22T04:00:00Z"))).isEqualTo("2025-07-22");
    }

    /** Friday, 18 July 2025 in New York. */
    @ParameterizedTest
    @CsvSource({
        "2025-07-19, 2025-07-21, in the future",
        "2025-07-12, 2025-07-13, a weekend",
        "2025-07-13, 2025-07-13, a weekend"
    })
    void whatNoReportCanBeAboutIsNotAskedFor(LocalDate from, LocalDate to, String reason) {
        assertThatThrownBy(() -> days.requireAskable(new Period(from, to), Instant.parse("2025-07-18T20:00:00Z")))
                .isInstanceOf(InvalidPeriodException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-18, 2025-07-31", // goes beyond today
        "2025-07-12, 2025-07-14",
        "2025-07-04, 2025-07-04" // a holiday, of which there are reports
    })
    void whatAReportMayBeAboutIs(LocalDate from, LocalDate to) {
        assertThatCode(() -> days.requireAskable(new Period(from, to), Instant.parse("2025-07-18T20:00:00Z")))
                .doesNotThrowAnyException();
    }

    @Nested
    class Statement {

        @ParameterizedTest
        @CsvSource({
            "2025-07-18, 2025-07-19T03:59:59Z, false", // 23:59:59 of the day itself
            "2025-07-18, 2025-07-19T04:00:00Z, true", // midnight
            "2025-07-17, 2025-07-18T08:27:00Z, true",
            "2025-07-18, 2025-07-18T08:27:00Z, false", // the morning of the last day
            "2025-07-01, 2025-07-19T08:27:00Z, true",
            "2025-06-30, 2025-07-19T08:27:00Z, false",
            "2025-07-21, 2025-07-22T08:27:00Z, false",
        })
        void completesTheDaysItCoversThatWereOver(LocalDate day, Instant generatedAt, boolean complete) {
            assertThat(days.completes(july(generatedAt), day)).isEqualTo(complete);
        }

        @Test
        void completesTradingDays() {
            assertThat(days.complete(List.of(
                            july("2025-07-08T08:27:00Z"), stated("2025-07-18", "2025-07-18", "2025-07-19T08:00:00Z"))))
                    .map(LocalDate::toString)
                    .containsExactly("2025-07-01", "2025-07-02", "2025-07-03", "2025-07-07", "2025-07-18");
        }

        @Test
        void thatWasMadeTooEarlyCompletesNothing() {
            assertThat(days.complete(List.of(july("2025-07-01T20:00:00Z")))).isEmpty();
        }

        private static StatedDays july(String generatedAt) {
            return july(Instant.parse(generatedAt));
        }

        private static StatedDays july(Instant generatedAt) {
            return new StatedDays(LocalDate.parse("2025-07-01"), LocalDate.parse("2025-07-18"), generatedAt);
        }

        private static StatedDays stated(String from, String to, String generatedAt) {
            return new StatedDays(LocalDate.parse(from), LocalDate.parse(to), Instant.parse(generatedAt));
        }
    }
}
