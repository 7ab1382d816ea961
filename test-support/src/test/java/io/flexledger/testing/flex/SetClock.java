package io.flexledger.testing.flex;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/** A clock that stands until it is told otherwise. */
final class SetClock implements InstantSource {

    private final Instant start;
    private volatile Instant now;

    /** @param now such as {@code 2025-07-18T04:31:00-04:00} */
    SetClock(String now) {
        start = OffsetDateTime.parse(now).toInstant();
        this.now = start;
    }

    Instant start() {
        return start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }
}
