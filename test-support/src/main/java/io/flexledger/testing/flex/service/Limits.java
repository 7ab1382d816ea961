package io.flexledger.testing.flex.service;

import java.time.Duration;

/**
 * How often a token may ask, over both calls together.
 *
 * @param gap    least time between one arrival and the next
 * @param most   arrivals within any window
 */
public record Limits(Duration gap, int most, Duration window) {

    /** One a second, ten a minute. */
    public static final Limits BROKER = new Limits(Duration.ofSeconds(1), 10, Duration.ofMinutes(1));

    /** Every request is welcome. */
    public static final Limits NONE = new Limits(Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO);
}
