package io.flexledger.testing.gateway.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the time of an execution is written; one gateway may use two of them for the same execution. */
public record TimeFormat(ZoneId zone, boolean named) {

    /** For example {@code 20260611-13:30:30}. */
    public static final TimeFormat UTC = new TimeFormat(ZoneOffset.UTC, false);

    /** For example {@code 20260611 09:30:30 US/Eastern}. */
    public static final TimeFormat US_EASTERN = zoned("US/Eastern");

    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss");
    private static final DateTimeFormatter BARE = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss");

    public static TimeFormat zoned(String zone) {
        return new TimeFormat(ZoneId.of(zone), true);
    }

    public String text(Instant time) {
        return named ? NAMED.format(time.atZone(zone)) + " " + zone.getId() : BARE.format(time.atZone(zone));
    }
}
