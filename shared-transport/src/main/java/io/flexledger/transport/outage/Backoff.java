package io.flexledger.transport.outage;

import java.time.Duration;

/** Pauses between attempts: 100 ms, doubling to 5 s. For one thread. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    public Duration next() {
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }

    public void reset() {
        next = FIRST;
    }
}
