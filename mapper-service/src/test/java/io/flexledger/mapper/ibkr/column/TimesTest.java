package io.flexledger.mapper.ibkr.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.mapper.reading.Reason;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final ZoneId NEW_YORK = Moment.NEW_YORK;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20250717                  | 2025-07-17T04:00:00Z | false",
                "2025-07-17                | 2025-07-17T04:00:00Z | false",
                "17/07/25                  | 2025-07-17T04:00:00Z | false",
                "17/07/2025                | 2025-07-17T04:00:00Z | false",
                "20250717;124637           | 2025-07-17T16:46:37Z | true",
                "20250717;124637 EDT       | 2025-07-17T16:46:37Z | true",
                "20250117;124637 EST       | 2025-01-17T17:46:37Z | true",
                "20250717 124637           | 2025-07-17T16:46:37Z | true",
                "20250717 12:46:37         | 2025-07-17T16:46:37Z | true",
                "20250717;12:46:37         | 2025-07-17T16:46:37Z | true",
                "2025-07-17;124637         | 2025-07-17T16:46:37Z | true",
                "2025-07-17;12:46:37       | 2025-07-17T16:46:37Z | true",
                "2025-07-17;12:46:37 EDT   | 2025-07-17T16:46:37Z | true",
                "2025-07-17, 12:46:37      | 2025-07-17T16:46:37Z | true",
                "2025-07-17, 124637        | 2025-07-17T16:46:37Z | true",
                "2025-07-17 12:46:37       | 2025-07-17T16:46:37Z | true",
                "2025-07-17T12:46:37       | 2025-07-17T16:46:37Z | true",
                "2025-07-17T12:46:37+08:00 | 2025-07-17T04:46:37Z | true",
                "2025-07-17T12:46:37Z      | 2025-07-17T12:46:37Z | true",
                "2025-07-17T12:46:37.25Z   | 2025-07-17T12:46:37.250Z | true",
                "2025-07-17;12:46          | 2025-07-17T16:46:00Z | true",
                "17/07/25;124637           | 2025-07-17T16:46:37Z | true",
            })
    void readsEveryShape(String text, String instant, boolean timed) {
        Moment moment = Times.parse(text, DateOrder.UNDECIDED);

        assertThat(moment.instant(NEW_YORK)).isEqualTo(instant);
        assertThat(moment.isTimed()).isEqualTo(timed);
    }

    @Nested
    class ClocksGoBack {

        @ParameterizedTest
        @CsvSource({
            "20251102;013000,     2025-11-02T05:30:00Z",
            "20251102;013000 EDT, 2025-11-02T05:30:00Z",
            "20251102;013000 EST, 2025-11-02T06:30:00Z",
            "20251102;003000,     2025-11-02T04:30:00Z",
            "20251102;023000,     2025-11-02T07:30:00Z",
        })
        void theSuffixTellsTheTwoHoursApart(String text, String instant) {
            assertThat(Times.parse(text, DateOrder.UNDECIDED).instant(NEW_YORK)).isEqualTo(instant);
        }
    }

    @Nested
    class ClocksGoForward {

        @ParameterizedTest
        @CsvSource({
            "20250309;013000,     2025-03-09T06:30:00Z",
            "20250309;023000,     2025-03-09T07:30:00Z",
            "20250309;023000 EST, 2025-03-09T07:30:00Z",
            "20250309;033000 EDT, 2025-03-09T07:30:00Z",
        })
        void anHourThatIsSkippedMovesByTheGap(String text, String instant) {
            assertThat(Times.parse(text, DateOrder.UNDECIDED).instant(NEW_YORK)).isEqualTo(instant);
        }
    }

    @Test
    void anAccountMayKeepAnotherZone() {
        Moment moment = Times.parse("20250717;124637", DateOrder.UNDECIDED);

        assertThat(moment.instant(ZoneId.of("Europe/Zurich"))).isEqualTo("2025-07-17T10:46:37Z");
    }

    @Test
    void aDateAloneStartsInNewYorkWhateverTheAccountsZone() {
        Moment moment = Times.parse("20250717", DateOrder.UNDECIDED);

        assertThat(moment.instant(ZoneId.of("Asia/Hong_Kong"))).isEqualTo("2025-07-17T04:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"162000, 2025-07-18T20:20:00Z", "16:20:00, 2025-07-18T20:20:00Z"})
    void aTimeMayStandInAColumnOfItsOwn(String time, String instant) {
        assertThat(Times.at(LocalDate.of(2025, 7, 18), time).instant(NEW_YORK)).isEqualTo(instant);
    }

    @Nested
    class Slashes {

        @Test
        void theFileDecides() {
            assertThat(Times.parse("04/05/25", DateOrder.DAY_FIRST).date()).isEqualTo("2025-05-04");
            assertThat(Times.parse("04/05/25", DateOrder.MONTH_FIRST).date()).isEqualTo("2025-04-05");
        }

        @Test
        void aNumberOverTwelveIsADay() {
            assertThat(Times.parse("07/17/25", DateOrder.UNDECIDED).date()).isEqualTo("2025-07-17");
        }

        @Test
        void equalNumbersNeedNoDecision() {
            assertThat(Times.parse("05/05/25", DateOrder.UNDECIDED).date()).isEqualTo("2025-05-05");
        }

        @Test
        void whatNothingDecidesIsRefused() {
            assertThatThrownBy(() -> Times.parse("04/05/25", DateOrder.UNDECIDED))
                    .isInstanceOfSatisfying(RefusedException.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.AMBIGUOUS_DATE);
                        assertThat(e.value()).isEqualTo("04/05/25");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025",
                "20251317",
                "20250230",
                "2025-07-17T",
                "20250717124637",
                "20250717;246060",
                "20250717;;;124637",
                "BADDATE",
                "garbage",
                "13 October, 2020 04:17 AM EDT",
                "20250717;124637 HKT",
                "17/17/25",
                "٢٠٢٥٠٧١٧",
                "99999999999999999999"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Times.parse(text, DateOrder.UNDECIDED))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_DATE));
    }
}
