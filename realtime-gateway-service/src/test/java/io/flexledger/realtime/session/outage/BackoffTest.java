package io.flexledger.realtime.session.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(5));

    private static final Chance LEAST = bound -> 0;
    private static final Chance MOST = bound -> bound - 1;

    @ParameterizedTest
    @CsvSource({
        "1, PT1S, PT1.2S",
        "2, PT1.6S, PT2.4S",
        "3, PT3.2S, PT4.8S",
        "6, PT25.6S, PT38.4S",
        "7, PT48S, PT60S",
        "8, PT48S, PT60S",
        "1000000, PT48S, PT60S",
        "2147483647, PT48S, PT60S"
    })
    void doublesWithinBounds(int failed, Duration least, Duration most) {
        assertThat(BACKOFF.pause(failed, false, LEAST)).isEqualTo(least);
        assertThat(BACKOFF.pause(failed, false, MOST)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S, PT1.2S", "3, PT3.2S, PT4.8S", "4, PT4S, PT5S", "100, PT4S, PT5S"})
    void triesMoreOftenWhileAnOutageIsExpected(int failed, Duration least, Duration most) {
        assertThat(BACKOFF.pause(failed, true, LEAST)).isEqualTo(least);
        assertThat(BACKOFF.pause(failed, true, MOST)).isEqualTo(most);
    }

    @Test
    void refusesPausesWithoutOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(1)));
    }
}
