package io.flexledger.realtime.session.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageCalendarTest {

    private static final OutageCalendar CALENDAR = new OutageCalendar(
            ZoneId.of("America/New_York"),
            List.of(DailyWindow.parse("23:45-00:45"), DailyWindow.parse("05:00-05:10")),
            WeeklyTime.parse("SUNDAY 01:00"));

    @Nested
    class Daily {

        @ParameterizedTest
        @CsvSource({
            // Winter: New York is five hours behind.
            "2026-01-15T04:44:59Z, false",
            "2026-01-15T04:45:00Z, true",
            "2026-01-15T05:44:59Z, true",
            "2026-01-15T05:45:00Z, false",
            // Summer: four.
            "2026-07-15T03:44:59Z, false",
            "2026-07-15T03:45:00Z, true",
            "2026-07-15T04:44:59Z, true",
            "2026-07-15T04:45:00Z, false",
            // The night before the clocks go forward, and the one after.
            "2026-03-08T04:45:00Z, true",
            "2026-03-09T03:45:00Z, true",
            "2026-03-09T04:45:00Z, false",
            // Saturdays and Sundays, too.
            "2026-01-17T04:50:00Z, true",
            "2026-01-18T04:50:00Z, true",
            // Within a day.
            "2026-01-15T10:00:00Z, true",
            "2026-01-15T10:10:00Z, false"
        })
        void followsTheZone(Instant at, boolean expected) {
            assertThat(CALENDAR.expects(at)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "23:45", "23:45-24:45", "23:45-23:45", "1-2", "23:45-00:45-01:00"})
        void refusesWhatIsNoWindow(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DailyWindow.parse(text))
                    .withMessageContaining("window");
        }
    }

    /** In 2026 March 8 and November 1 are Sundays on which the clocks change. */
    @Nested
    class Weekly {

        private static final String FRIDAY = "2026-01-16T15:00:00Z";

        @ParameterizedTest
        @CsvSource({
            // Sunday January 18, 01:00 in New York is 06:00 in UTC.
            FRIDAY + ", 2026-01-18T05:59:00Z, 2026-01-18T05:59:59Z, false",
            FRIDAY + ", 2026-01-18T05:59:00Z, 2026-01-18T06:00:00Z, true",
            FRIDAY + ", 2026-01-17T12:00:00Z, 2026-01-21T12:00:00Z, true",
            // It outlived the log-out, and was ended by the next restart.
            FRIDAY + ", 2026-01-19T04:45:00Z, 2026-01-19T05:30:00Z, true",
            // It outlived that restart, too: somebody has logged in.
            FRIDAY + ", 2026-01-20T15:00:00Z, 2026-01-20T15:05:00Z, false",
            // It began after the log-out.
            "2026-01-18T07:00:00Z, 2026-01-18T08:00:00Z, 2026-01-18T09:00:00Z, false"
        })
        void lastsUntilSomebodyLogsIn(Instant readyAt, Instant heardAt, Instant at, boolean loggedOut) {
            assertThat(CALENDAR.isLoggedOut(readyAt, heardAt, at)).isEqualTo(loggedOut);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-08T06:00:00Z, 2026-03-08T06:00:00Z",
            "2026-03-08T05:59:59Z, 2026-03-01T06:00:00Z",
            "2026-03-15T05:00:00Z, 2026-03-15T05:00:00Z",
            "2026-11-01T04:59:59Z, 2026-10-25T05:00:00Z",
            "2026-11-01T05:00:00Z, 2026-11-01T05:00:00Z",
            "2026-11-08T06:00:00Z, 2026-11-08T06:00:00Z",
            "2026-11-11T00:00:00Z, 2026-11-08T06:00:00Z"
        })
        void followsTheZone(Instant now, Instant last) {
            assertThat(WeeklyTime.parse("sunday 01:00").lastAt(now, ZoneId.of("America/New_York")))
                    .isEqualTo(last);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "SUNDAY", "SUN 01:00", "SUNDAY 1 AM", "01:00 SUNDAY"})
        void refusesWhatIsNoTimeOfTheWeek(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeeklyTime.parse(text))
                    .withMessageContaining("SUNDAY 01:00");
        }
    }

    @Test
    void withoutWindowsNothingIsExpected() {
        OutageCalendar calendar = new OutageCalendar(ZoneId.of("UTC"), List.of(), WeeklyTime.parse("SUNDAY 01:00"));

        assertThat(calendar.expects(Instant.parse("2026-01-15T00:00:00Z"))).isFalse();
    }
}
