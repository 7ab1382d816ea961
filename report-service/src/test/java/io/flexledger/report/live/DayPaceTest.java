package io.flexledger.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DayPaceTest {

    private static final Instant START = Instant.parse("2025-07-18T14:00:00Z");

    private final DayPace<String> pace = new DayPace<>(Duration.ofMillis(500));

    @Test
    void theFirstGoesAtOnceAndTheLastIsNotLost() {
        pace.add("friday");
        assertThat(pace.due(START)).containsExactly("friday");

        pace.add("friday");
        pace.add("friday");
        assertThat(pace.due(START.plusMillis(499))).isEmpty();
        assertThat(pace.isWaiting()).isTrue();
        assertThat(pace.due(START.plusMillis(500))).containsExactly("friday");
        assertThat(pace.due(START.plusMillis(2000))).isEmpty();
        assertThat(pace.isWaiting()).isFalse();
    }

    @Test
    void oneDayDoesNotHoldUpAnother() {
        pace.add("friday");
        assertThat(pace.due(START)).containsExactly("friday");
        pace.add("friday");
        pace.add("monday");
        assertThat(pace.due(START.plusMillis(1))).containsExactly("monday");
    }
}
