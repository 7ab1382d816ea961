package io.flexledger.transport.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void doublesUpToFiveSeconds() {
        assertThat(pauses(8)).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }

    @Test
    void startsAnewAfterSuccess() {
        pauses(3);
        backoff.reset();

        assertThat(pauses(2)).containsExactly(100L, 200L);
    }

    private List<Long> pauses(int count) {
        return Stream.generate(() -> backoff.next().toMillis()).limit(count).toList();
    }
}
