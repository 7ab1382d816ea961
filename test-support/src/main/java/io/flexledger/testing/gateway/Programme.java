package io.flexledger.testing.gateway;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * Which days are played, and how.
 *
 * @param pace       times faster than it was; 0 waits to be told
 * @param longestGap the most real time between two happenings; the clock leaps over the rest
 * @param awaits     whether time begins only when a client has connected
 */
public record Programme(LocalDate first, int pace, Duration longestGap, Repeat repeat, boolean awaits) {

    static final String USAGE = """
            date=2025-07-18                the day
            pace=60                        times faster than it was; real, or paused to be stepped through
            gap=<seconds>                  the most between two happenings, whatever the pace; none if not given
            repeat=no                      or same, or following: the next day begins when this one is over
            await=yes                      time begins when the first client has connected; or no
            """;

    private static final Duration NO_LIMIT = Duration.ofDays(1);

    /** What comes after the last happening of a day. */
    public enum Repeat {
        NO,
        SAME,
        FOLLOWING
    }

    /** @param options with the names of the usage; others are somebody else's */
    static Programme of(Map<String, String> options, LocalDate standard) {
        return new Programme(
                options.containsKey("date") ? LocalDate.parse(options.get("date")) : standard,
                pace(options.getOrDefault("pace", "real")),
                options.containsKey("gap") ? Duration.ofSeconds(Long.parseLong(options.get("gap"))) : NO_LIMIT,
                Repeat.valueOf(options.getOrDefault("repeat", "no").toUpperCase(Locale.ROOT)),
                options.getOrDefault("await", "no").equals("yes"));
    }

    /** As a person types it: {@code real}, {@code paused}, or how many times faster. */
    static int pace(String text) {
        return switch (text) {
            case "real" -> 1;
            case "paused" -> 0;
            default -> Integer.parseUnsignedInt(text);
        };
    }
}
