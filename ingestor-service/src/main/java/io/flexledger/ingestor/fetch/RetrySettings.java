package io.flexledger.ingestor.fetch;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How patient a client is.
 *
 * @param initialWait between the request and the first download
 * @param attempts    downloads of a report that is still being made
 * @param base        first pause of the exponential ones
 * @param max         longest of them, before jitter
 * @param jitterMin   least factor a pause is multiplied with, by chance
 * @param jitterMax   largest of these factors
 * @param deadline    of all pauses and calls of one report together
 */
public record RetrySettings(
        Duration initialWait,
        int attempts,
        Duration base,
        Duration max,
        BigDecimal jitterMin,
        BigDecimal jitterMax,
        Duration deadline) {

    public static final RetrySettings DEFAULT = new RetrySettings(
            Duration.ofSeconds(5),
            7,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            new BigDecimal("0.5"),
            new BigDecimal("1.5"),
            Duration.ofHours(1));

    /** Before a call that failed below the service's own answers is made again. */
    public Duration transportPause(int attempt, DoubleSupplier chance) {
        return new Backoff(this, chance).pause(attempt, Duration.ZERO);
    }
}
