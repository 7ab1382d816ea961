package io.flexledger.report.adapter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final TopicPartition ENTRIES = new TopicPartition("journal-entry", 0);
    private static final TopicPartition VALUES = new TopicPartition("nav-snapshot", 3);
    private static final Instant NOW = Instant.parse("2025-07-18T12:00:00Z");

    private final Gaps gaps = new Gaps();

    private boolean alone(long consumed, int seconds) {
        return gaps.alone(Gaps.unread(Map.of(ENTRIES, 10L), Map.of(ENTRIES, consumed)), NOW.plusSeconds(seconds));
    }

    @Test
    void whatIsReadIsNotUnread() {
        assertThat(Gaps.unread(Map.of(ENTRIES, 10L, VALUES, 5L), Map.of(ENTRIES, 10L)))
                .containsOnlyKeys("nav-snapshot");
        assertThat(alone(10, 0)).isTrue();
    }

    @Test
    void whatIsOnItsWayIsWaitedFor() {
        for (int second = 0; second < 300; second += 5) {
            assertThat(alone(second / 50, second)).as("after %d s", second).isFalse();
        }
    }

    @Test
    void whatNeverComesIsNotThere() {
        assertThat(alone(9, 0)).isFalse();
        assertThat(alone(9, 59)).isFalse();
        assertThat(alone(9, 60)).isTrue();
        assertThat(alone(9, 65)).isTrue();
    }

    @Test
    void alertsAreWaitedForHoweverLongTheyTake() {
        var alerts = new TopicPartition("alert", 3);
        for (int second = 0; second < 300; second += 60) {
            assertThat(gaps.alone(Gaps.unread(Map.of(alerts, 5L), Map.of()), NOW.plusSeconds(second)))
                    .isFalse();
        }
    }

    @Test
    void aTopicThatMovesAgainIsWaitedForAgain() {
        assertThat(alone(9, 0)).isFalse();
        assertThat(alone(10, 30)).isTrue();
        assertThat(alone(9, 61)).isFalse();
    }
}
