package io.flexledger.testing.gateway.script;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The gateway's time. It runs as many times faster than real time as it was told, stands still at 0, and can be set to another
 * day.
 */
public final class DayClock implements InstantSource {

    private static final int REAL = 1;

    private Instant from;
    private long fromNanos;
    private int pace;
    private final int speed;

    private DayClock(Instant from, int pace, int speed) {
        this.from = from;
        this.fromNanos = System.nanoTime();
        this.pace = pace;
        this.speed = speed;
    }

    /** Stands still until the day begins. */
    static DayClock before(Instant start, int speed) {
        return new DayClock(start, 0, speed);
    }

    /** The time it is, until it is set. */
    public static DayClock now() {
        return new DayClock(InstantSource.system().instant(), REAL, REAL);
    }

    @Override
    public synchronized Instant instant() {
        return from.plusNanos(Math.multiplyExact(System.nanoTime() - fromNanos, pace));
    }

    /** From now on it is then, whatever it was. */
    public synchronized void set(Instant time) {
        from = time;
        fromNanos = System.nanoTime();
    }

    /** Never goes back. */
    public synchronized void leapTo(Instant time) {
        if (instant().isBefore(time)) {
            set(time);
        }
    }

    /** @param times faster than real time; 0 stands still */
    public synchronized void pace(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("time does not go back: " + times);
        }
        set(instant());
        pace = times;
    }

    public synchronized int pace() {
        return pace;
    }

    synchronized void start() {
        if (pace == 0) {
            pace(speed);
        }
    }

    /** How long it really takes until then, at the speed of the day; zero when it is past. */
    Duration until(Instant time) {
        Duration left = Duration.between(instant(), time).dividedBy(speed);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
