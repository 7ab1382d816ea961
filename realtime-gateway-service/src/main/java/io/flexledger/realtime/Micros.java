package io.flexledger.realtime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Versions of what is told while a day runs begin at the time, so that a database made anew goes on above the one
 * before.
 */
final class Micros {

    private Micros() {}

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
