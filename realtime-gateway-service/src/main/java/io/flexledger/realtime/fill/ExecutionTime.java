package io.flexledger.realtime.fill;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an execution happened, to the second.
 *
 * <p>A time that does not name one instant is kept as written and is null: a fill is never dropped for its clock, and
 * never given a guessed one.
 *
 * @param raw as the gateway wrote it
 */
public record ExecutionTime(String raw, @Nullable Instant instant, Form form) {

    /** How it was written, best first. */
    public enum Form {
        /** {@code 20260611-13:30:30}, with or without a final {@code Z}. */
        UTC,
        /** {@code 20260413 15:27:04 US/Eastern}. */
        ZONED,
        /** Within the hour that clocks go through twice, or the one they leave out. */
        NOT_ONE_INSTANT,
        /** The zone is none that is known here. */
        UNKNOWN_ZONE,
        /** {@code 20250415  19:38:31}: the gateway's own clock, wherever it stands. */
        UNZONED,
        UNREADABLE
    }

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{8})(-| {1,2})([0-9]{2}:[0-9]{2}:[0-9]{2})(?: ?(Z)| (\\S.*))?");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public static ExecutionTime of(String raw) {
        Matcher written = WRITTEN.matcher(raw);
        if (!written.matches()) {
            return new ExecutionTime(raw, null, Form.UNREADABLE);
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(written.group(1) + " " + written.group(3), LOCAL);
        } catch (DateTimeException noSuchDay) {
            return new ExecutionTime(raw, null, Form.UNREADABLE);
        }
        String zone = written.group(5);
        if (zone != null) {
            return zoned(raw, local, zone);
        }
        boolean utc = written.group(2).equals("-") || written.group(4) != null;
        return utc
                ? new ExecutionTime(raw, local.toInstant(ZoneOffset.UTC), Form.UTC)
                : new ExecutionTime(raw, null, Form.UNZONED);
    }

    private static ExecutionTime zoned(String raw, LocalDateTime local, String zone) {
        List<ZoneOffset> offsets;
        try {
            offsets = ZoneId.of(zone).getRules().getValidOffsets(local);
        } catch (DateTimeException unknown) {
            return new ExecutionTime(raw, null, Form.UNKNOWN_ZONE);
        }
        return offsets.size() == 1
                ? new ExecutionTime(raw, local.toInstant(offsets.getFirst()), Form.ZONED)
                : new ExecutionTime(raw, null, Form.NOT_ONE_INSTANT);
    }
}
