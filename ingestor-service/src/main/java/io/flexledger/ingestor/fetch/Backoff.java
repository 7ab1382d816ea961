package io.flexledger.ingestor.fetch;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Exponential pauses with jitter that never fall below a floor. */
final class Backoff {

    private static final int LARGEST_SHIFT = 20;

    private final RetrySettings settings;
    private final DoubleSupplier chance;

    /** @param chance evenly spread from 0 to 1 */
    Backoff(RetrySettings settings, DoubleSupplier chance) {
        this.settings = settings;
        this.chance = chance;
    }

    /**
     * @param attempt how many tries have failed, from 1
     * @param floor   least pause after the first of them; it doubles, too
     */
    Duration doubling(int attempt, Duration floor) {
        return pause(attempt, floor.multipliedBy(1L << Math.min(attempt - 1, LARGEST_SHIFT)));
    }

    /** The floor stays as it is. */
    Duration pause(int attempt, Duration floor) {
        var exponential = settings.base().multipliedBy(1L << Math.min(attempt - 1, LARGEST_SHIFT));
        var even = larger(smaller(exponential, settings.max()), floor);
        var least = settings.jitterMin();
        var factor = settings.jitterMax()
                .subtract(least)
                .multiply(BigDecimal.valueOf(chance.getAsDouble()))
                .add(least);
        return larger(
                Duration.ofMillis(
                        factor.multiply(BigDecimal.valueOf(even.toMillis())).longValue()),
                floor);
    }

    private static Duration larger(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
