package io.flexledger.ingestor.fetch;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only in pauses. */
public final class VirtualTime implements Pace {

    static final Instant START = Instant.parse("2025-07-21T09:00:00Z");

    private Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration length) {
        now = now.plus(length);
    }

    @Override
    public void pauseReal(Duration length) {
        throw new UnsupportedOperationException("no real time passes here");
    }

    @Override
    public Duration real(Duration length) {
        return Duration.ZERO;
    }

    Duration passed() {
        return Duration.between(START, now);
    }
}
