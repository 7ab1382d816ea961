package io.flexledger.report.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    private static final Instant ADDED = Instant.parse("2025-07-18T20:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT30S", "3, PT1M", "4, PT5M", "5, PT15M", "6, PT1H", "7, PT1H", "20, PT1H"})
    void growUpToAnHour(int attempt, Duration pause) {
        assertThat(Pauses.next(attempt, ADDED, ADDED)).contains(ADDED.plus(pause));
    }

    @Test
    void endAfterADay() {
        var attempts = new ArrayList<Duration>();
        var now = ADDED;
        for (int attempt = 1; ; attempt++) {
            attempts.add(Duration.between(ADDED, now));
            var next = Pauses.next(attempt, ADDED, now);
            if (next.isEmpty()) {
                break;
            }
            now = next.get();
        }

        assertThat(attempts.subList(0, 7))
                .isEqualTo(List.of(
                        Duration.ZERO,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(100),
                        Duration.ofSeconds(400),
                        Duration.ofSeconds(1300),
                        Duration.ofSeconds(4900)));
        assertThat(attempts).hasSize(29);
        assertThat(attempts.getLast()).isEqualTo(Duration.parse("PT23H21M40S"));
    }

    @Test
    void aFirstAttemptAfterADayIsTheLast() {
        assertThat(Pauses.next(1, ADDED, ADDED.plus(Duration.ofDays(2)))).isEmpty();
    }
}
