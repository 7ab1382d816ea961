package io.flexledger.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.flex.FlexErrorCode;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {

    private static final RetrySettings SETTINGS = RetrySettings.DEFAULT;

    @Test
    void doublesUpToTheLargestPause() {
        var even = new Backoff(SETTINGS, () -> 0.5); // a factor of one

        assertThat(new long[] {
                    even.pause(1, Duration.ZERO).toSeconds(),
                    even.pause(2, Duration.ZERO).toSeconds(),
                    even.pause(3, Duration.ZERO).toSeconds(),
                    even.pause(4, Duration.ZERO).toSeconds(),
                    even.pause(1_000, Duration.ZERO).toSeconds()
                })
                .containsExactly(10, 20, 40, 60, 60);
    }

    @ParameterizedTest
    @EnumSource(FlexErrorCode.class)
    void neverFallsBelowACodesFloorWhateverTheJitter(FlexErrorCode code) {
        var random = new Random(code.code());
        var backoff = new Backoff(SETTINGS, random::nextDouble);

        for (int i = 0; i < 1_000; i++) {
            int attempt = 1 + random.nextInt(8);
            assertThat(backoff.pause(attempt, code.floor())).isGreaterThanOrEqualTo(code.floor());
            assertThat(backoff.doubling(attempt, code.floor()))
                    .isGreaterThanOrEqualTo(code.floor().multipliedBy(1L << (attempt - 1)));
        }
    }

    @Test
    void staysWithinTheJitter() {
        var random = new Random(7);
        var backoff = new Backoff(SETTINGS, random::nextDouble);

        for (int i = 0; i < 10_000; i++) {
            int attempt = 1 + random.nextInt(10);
            var even = Math.min(10_000L << (attempt - 1), 60_000L);
            assertThat(backoff.pause(attempt, Duration.ZERO).toMillis()).isBetween(even / 2, even * 3 / 2);
        }
    }
}
