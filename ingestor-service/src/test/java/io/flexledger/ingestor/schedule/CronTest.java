package io.flexledger.ingestor.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 17 * * TUE-SAT | 2025-07-18T16:59:59Z | 2025-07-18T17:00:00Z",
                "0 17 * * TUE-SAT | 2025-07-18T17:00:00Z | 2025-07-19T17:00:00Z",
                "0 17 * * TUE-SAT | 2025-07-19T17:00:00Z | 2025-07-22T17:00:00Z",
                "0 17 * * 2-6 | 2025-07-19T17:00:00Z | 2025-07-22T17:00:00Z",
                "0 18 * * 7 | 2025-07-19T17:00:00Z | 2025-07-20T18:00:00Z",
                "0 0 18 ? * SUN#1 | 2025-07-19T17:00:00Z | 2025-08-03T18:00:00Z",
                "0 6 1 1,7 * | 2025-07-19T17:00:00Z | 2026-01-01T06:00:00Z",
            })
    void isReadAsInCrontabOrQuartz(String text, Instant after, Instant next) {
        var cron = Cron.parse(text);

        assertThat(cron.next(after, ZoneId.of("UTC"), _ -> true)).contains(next);
        assertThat(cron.last(next, ZoneId.of("UTC"), _ -> true)).contains(next);
        assertThat(cron.last(next.minusNanos(1), ZoneId.of("UTC"), _ -> true))
                .hasValueSatisfying(last -> assertThat(last).isBeforeOrEqualTo(after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily", "0 25 * * *", "0 17 * *", "61 17 * * *", "0 17 * * TUE-XYZ"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Cron.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no cron expression: '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4 *"})
    void isNeverOnADayThatDoesNotExist(String text) {
        var cron = Cron.parse(text);

        assertThat(cron.next(Instant.EPOCH, NEW_YORK, _ -> true)).isEmpty();
        assertThat(cron.last(Instant.EPOCH, NEW_YORK, _ -> true)).isEmpty();
    }

    @Test
    void searchEndsWhenNothingIsAccepted() {
        var cron = Cron.parse("*/15 * * * *");

        assertThat(cron.next(Instant.EPOCH, NEW_YORK, _ -> false)).isEmpty();
        assertThat(cron.last(Instant.EPOCH, NEW_YORK, _ -> false)).isEmpty();
    }

    @Nested
    class WhenClocksChange {

        private final Cron halfPastTwo = Cron.parse("30 2 * * *");
        private final Cron halfPastOne = Cron.parse("30 1 * * *");

        @Test
        void aTimeThatIsSkippedComesAnHourLater() {
            assertThat(next(halfPastTwo, "2025-03-08T12:00:00Z")).isEqualTo("2025-03-09T07:30:00Z"); // 03:30 EDT
            assertThat(next(halfPastTwo, "2025-03-09T07:10:00Z")).isEqualTo("2025-03-09T07:30:00Z");
            assertThat(next(halfPastTwo, "2025-03-09T07:30:00Z")).isEqualTo("2025-03-10T06:30:00Z");
            assertThat(last(halfPastTwo, "2025-03-09T12:00:00Z")).isEqualTo("2025-03-09T07:30:00Z");
        }

        @Test
        void aTimeThatIsRepeatedComesOnce() {
            assertThat(next(halfPastOne, "2025-11-01T12:00:00Z")).isEqualTo("2025-11-02T05:30:00Z"); // 01:30 EDT
            assertThat(next(halfPastOne, "2025-11-02T05:30:00Z")).isEqualTo("2025-11-03T06:30:00Z"); // 01:30 EST
            assertThat(last(halfPastOne, "2025-11-02T06:10:00Z")).isEqualTo("2025-11-02T05:30:00Z");
            assertThat(last(halfPastOne, "2025-11-02T06:45:00Z")).isEqualTo("2025-11-02T05:30:00Z");
        }

        @Test
        void everyDayHasItsTimeOnce() {
            var at = Instant.parse("2024-01-01T12:00:00Z");
            for (int day = 0; day < 731; day++) {
                var next = next(halfPastTwo, at.toString());
                assertThat(Duration.between(at, next)).isBetween(Duration.ofHours(13), Duration.ofHours(25));
                at = next;
            }
            assertThat(at).isEqualTo("2026-01-01T07:30:00Z");
        }

        private static Instant next(Cron cron, String after) {
            return cron.next(Instant.parse(after), NEW_YORK, _ -> true).orElseThrow();
        }

        private static Instant last(Cron cron, String at) {
            return cron.last(Instant.parse(at), NEW_YORK, _ -> true).orElseThrow();
        }
    }

    @Test
    void nextAndLastAgree() {
        var random = new Random(20250309);
        for (int round = 0; round < 500; round++) {
            var cron = Cron.parse("%d %d * * *".formatted(random.nextInt(60), random.nextInt(24)));
            var at = Instant.parse("2025-03-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
            var next = cron.next(at, NEW_YORK, _ -> true).orElseThrow();
            var last = cron.last(at, NEW_YORK, _ -> true).orElseThrow();

            assertThat(last).isBeforeOrEqualTo(at);
            assertThat(next).isAfter(at);
            assertThat(cron.next(last, NEW_YORK, _ -> true)).contains(next);
            assertThat(cron.last(next, NEW_YORK, _ -> true)).contains(next);
            assertThat(cron.last(next.minusNanos(1), NEW_YORK, _ -> true)).contains(last);
        }
    }
}
