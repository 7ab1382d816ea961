package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.wire.TimeFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What time it is at the gateway, and how it writes times.
 *
 * @param live   of an execution that is pushed
 * @param logged of an execution that was asked for; mostly another format
 * @param zone   of the gateway's own days
 */
public record Times(InstantSource clock, TimeFormat live, TimeFormat logged, ZoneId zone) {

    Instant now() {
        return clock.instant();
    }

    LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }
}
