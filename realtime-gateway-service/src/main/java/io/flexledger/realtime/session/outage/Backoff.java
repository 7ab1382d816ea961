package io.flexledger.realtime.session.outage;

import java.time.Duration;

/**
 * Pauses between attempts: each twice as long as the one before, a fifth more or less by chance, within bounds.
 *
 * @param first    shortest pause
 * @param most     longest pause
 * @param inOutage longest pause while an outage is expected, since the gateway comes back at any moment
 */
public record Backoff(Duration first, Duration most, Duration inOutage) {

    private static final int LARGEST_SHIFT = 20;
    private static final int SPREAD = 5;

    public Backoff {
        if (!first.isPositive() || first.compareTo(most) > 0 || first.compareTo(inOutage) > 0) {
            throw new IllegalArgumentException(
                    "pauses are positive, and the first is the shortest: first %s, most %s, in an outage %s"
                            .formatted(first, most, inOutage));
        }
    }

    /** @param failed how many attempts have failed in a row, from 1 */
    public Duration pause(int failed, boolean outageExpected, Chance chance) {
        Duration limit = outageExpected ? shorter(inOutage, most) : most;
        Duration even = shorter(first.multipliedBy(1L << Math.min(failed - 1, LARGEST_SHIFT)), limit);
        Duration spread = even.dividedBy(SPREAD);
        Duration least = longer(even.minus(spread), first);
        Duration room = shorter(even.plus(spread), limit).minus(least);
        return least.plusNanos(chance.below(room.toNanos() + 1));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
