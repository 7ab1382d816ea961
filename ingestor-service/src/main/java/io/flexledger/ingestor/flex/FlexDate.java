package io.flexledger.ingestor.flex;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or date with time in any shape a query can be configured for: {@code 20250718}, {@code 2025-07-18},
 * {@code 07/18/25}, {@code 18-JUL-25}, each alone or followed by a time such as {@code ;042700},
 * {@code T04:27:00} or {@code ;042700 EDT}. Times without a zone are New York's.
 */
public final class FlexDate {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private static final String TIME =
            "(?:[;,T ]\\s*)?(?<hour>\\d{2}):?(?<minute>\\d{2}):?(?<second>\\d{2})\\s*(?<zone>[A-Za-z]{1,4}|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern SHAPE = Pattern.compile("(?:(?<y>\\d{4})(?<dash>-?)(?<m>\\d{2})\\k<dash>(?<d>\\d{2})"
            + "|(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<ys>\\d{4}|\\d{2})"
            + "|(?<dn>\\d{1,2})-(?<mn>[A-Za-z]{3})-(?<yn>\\d{4}|\\d{2}))"
            + "(?:" + TIME + ")?");

    private final Matcher parts;

    private FlexDate(Matcher parts) {
        this.parts = parts;
    }

    /** Absent for text that has none of the shapes. */
    public static Optional<FlexDate> parse(String text) {
        var parts = SHAPE.matcher(text.strip());
        return parts.matches() ? Optional.of(new FlexDate(parts)) : Optional.empty();
    }

    /** Absent where there is no such day. */
    public Optional<LocalDate> date(DayOrder order) {
        try {
            return Optional.of(LocalDate.of(year(), month(order), day(order)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Midnight in New York where there is no time; absent where day, time or zone do not exist. */
    public Optional<Instant> instant(DayOrder order) {
        try {
            return date(order).map(date -> date.atTime(time()).atZone(zone()).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether the figures leave open which is the day. */
    public boolean isOrdered() {
        return parts.group("a") != null;
    }

    /** Whether the figures can be read in this order: {@code 18/07/25} cannot be read month first. */
    public boolean allows(DayOrder order) {
        return !isOrdered() || month(order) <= 12;
    }

    private int year() {
        var text = first("y", "ys", "yn");
        int year = Integer.parseInt(text);
        return text.length() == 2 ? 2000 + year : year;
    }

    private int month(DayOrder order) {
        if (parts.group("mn") != null) {
            return MONTHS.indexOf(parts.group("mn").toUpperCase(Locale.ROOT)) + 1;
        }
        return Integer.parseInt(isOrdered() ? parts.group(order == DayOrder.DAY_FIRST ? "b" : "a") : parts.group("m"));
    }

    private int day(DayOrder order) {
        return Integer.parseInt(isOrdered() ? parts.group(order == DayOrder.DAY_FIRST ? "a" : "b") : first("d", "dn"));
    }

    private LocalTime time() {
        return parts.group("hour") == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(number("hour"), number("minute"), number("second"));
    }

    private ZoneId zone() {
        var zone = parts.group("zone");
        if (zone == null) {
            return NEW_YORK;
        }
        return switch (zone.toUpperCase(Locale.ROOT)) {
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "EST" -> ZoneOffset.ofHours(-5);
            case "ET" -> NEW_YORK;
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(zone);
        };
    }

    private int number(String group) {
        return Integer.parseInt(parts.group(group));
    }

    private String first(String... groups) {
        for (var group : groups) {
            var text = parts.group(group);
            if (text != null) {
                return text;
            }
        }
        throw new IllegalStateException("the shape has one of " + String.join(", ", groups));
    }
}
