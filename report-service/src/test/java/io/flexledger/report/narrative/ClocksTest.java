package io.flexledger.report.narrative;

import static io.flexledger.report.day.Market.HONG_KONG;
import static io.flexledger.report.day.Market.NEW_YORK;
import static io.flexledger.report.day.Market.newYork;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {

    private final Clocks clocks = new Clocks(NEW_YORK, HONG_KONG);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-07-17T09:30:00 | 21:30 HKT, July 17 / 09:30 EDT, July 17",
                "2025-07-17T16:20:00 | 04:20 HKT, July 18 / 16:20 EDT, July 17",
                "2025-01-17T09:30:00 | 22:30 HKT, January 17 / 09:30 EST, January 17",
                "2025-01-17T16:00:00 | 05:00 HKT, January 18 / 16:00 EST, January 17",
                "2025-03-07T09:30:00 | 22:30 HKT, March 7 / 09:30 EST, March 7",
                "2025-03-10T09:30:00 | 21:30 HKT, March 10 / 09:30 EDT, March 10",
                "2025-10-31T09:30:00 | 21:30 HKT, October 31 / 09:30 EDT, October 31",
                "2025-11-03T09:30:00 | 22:30 HKT, November 3 / 09:30 EST, November 3",
                "2025-11-28T13:00:00 | 02:00 HKT, November 29 / 13:00 EST, November 28",
            })
    void hongKongFirstNewYorkBeside(String at, String label) {
        assertThat(clocks.at(newYork(at)).label()).isEqualTo(label);
    }

    /** The Sundays on which New York changes its clocks, an instant before and after. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-09T06:59:00Z | 14:59 HKT, March 9 / 01:59 EST, March 9",
                "2025-03-09T07:00:00Z | 15:00 HKT, March 9 / 03:00 EDT, March 9",
                "2025-11-02T05:59:00Z | 13:59 HKT, November 2 / 01:59 EDT, November 2",
                "2025-11-02T06:00:00Z | 14:00 HKT, November 2 / 01:00 EST, November 2",
            })
    void aSwitchDayHasAnHourLessOrMore(Instant at, String label) {
        assertThat(clocks.at(at).label()).isEqualTo(label);
    }

    @Test
    void aSpanAcrossASwitchNamesBothOffsets() {
        assertThat(clocks.span(Instant.parse("2025-03-09T06:58:00Z"), Instant.parse("2025-03-09T07:01:00Z")))
                .isEqualTo("14:58 - 15:01 HKT, March 9 / 01:58 EST, March 9 - 03:01 EDT, March 9");
        assertThat(clocks.span(Instant.parse("2025-11-02T05:58:00Z"), Instant.parse("2025-11-02T06:01:00Z")))
                .isEqualTo("13:58 - 14:01 HKT, November 2 / 01:58 EDT, November 2 - 01:01 EST, November 2");
    }

    @Test
    void aMomentHasBothOffsets() {
        var moment = clocks.at(newYork("2025-07-17T12:46:37"));

        assertThat(moment.observer()).isEqualTo("2025-07-18T00:46:37+08:00");
        assertThat(moment.market()).isEqualTo("2025-07-17T12:46:37-04:00");
    }

    @Test
    void aSpanNamesBothEndsOnBothClocks() {
        assertThat(clocks.span(newYork("2025-07-17T12:46:37"), newYork("2025-07-17T12:50:36")))
                .isEqualTo("00:46 - 00:50 HKT, July 18 / 12:46 - 12:50 EDT, July 17");
    }

    @Test
    void aSpanWithinOneMinuteIsThatMinute() {
        assertThat(clocks.span(newYork("2025-07-18T10:32:34"), newYork("2025-07-18T10:32:41")))
                .isEqualTo("22:32 HKT, July 18 / 10:32 EDT, July 18");
    }

    @Test
    void aSpanAcrossMidnightNamesBothDates() {
        assertThat(clocks.span(newYork("2025-07-17T11:58:00"), newYork("2025-07-17T12:02:00")))
                .isEqualTo("23:58 HKT, July 17 - 00:02 HKT, July 18 / 11:58 - 12:02 EDT, July 17");
    }

    @Test
    void aHeadingLeavesOutTheDateOfTheDayItself() {
        var day = LocalDate.parse("2025-07-18");

        assertThat(clocks.heading(newYork("2025-07-18T01:15:49"), newYork("2025-07-18T01:15:49"), day))
                .isEqualTo("13:15 HKT / 01:15 EDT");
        assertThat(clocks.heading(newYork("2025-07-18T16:00:00"), newYork("2025-07-18T16:00:00"), day))
                .isEqualTo("04:00 HKT, July 19 / 16:00 EDT, July 18");
    }

    @Test
    void anotherReaderHasAnotherClock() {
        var zurich = new Clocks(NEW_YORK, ZoneId.of("Europe/Zurich"));

        assertThat(zurich.at(newYork("2025-07-17T09:30:00")).label())
                .isEqualTo("15:30 CEST, July 17 / 09:30 EDT, July 17");
        // Three weeks in March New York has changed its clocks and Zurich has not.
        assertThat(zurich.at(newYork("2025-03-12T09:30:00")).label())
                .isEqualTo("14:30 CET, March 12 / 09:30 EDT, March 12");
    }
}
