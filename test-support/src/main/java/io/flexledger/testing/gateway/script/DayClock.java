package io.flexledger.testing.gateway.script;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until the day begins, then runs as many times faster than real time as it was told. */
public final class DayClock implements InstantSource {

    private final Instant start;
    private final int speed;
    private long startNanos;
    private boolean running;

    DayClock(Instant start, int speed) {
        this.start = start;
        this.speed = speed;
    }

    @Override
    public synchronized Instant instant() {
        return running ? start.plusNanos(Math.multiplyExact(System.nanoTime() - startNanos, speed)) : start;
    }

    synchronized void start() {
        if (!running) {
            startNanos = System.nanoTime();
            running = true;
        }
    }

    /** How long it really takes until then; zero when it is past. */
    Duration until(Instant time) {
        Duration left = Duration.between(instant(), time).dividedBy(speed);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
