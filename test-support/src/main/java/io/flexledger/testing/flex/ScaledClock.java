package io.flexledger.testing.flex;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that starts somewhere else and may run faster.
 *
 * @param since when, by the real clock, it was {@code start} here
 */
record ScaledClock(InstantSource real, Instant since, Instant start, BigDecimal speed) implements InstantSource {

    static ScaledClock from(Instant start, BigDecimal speed) {
        InstantSource real = InstantSource.system();
        return new ScaledClock(real, real.instant(), start, speed);
    }

    @Override
    public Instant instant() {
        BigDecimal passed =
                BigDecimal.valueOf(Duration.between(since, real.instant()).toNanos());
        return start.plusNanos(passed.multiply(speed).longValue());
    }
}
