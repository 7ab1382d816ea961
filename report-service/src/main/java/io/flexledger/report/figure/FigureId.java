package io.flexledger.report.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import io.flexledger.contracts.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Stable name of a shown figure: account, report date, then its place. Safe in a URL path as it stands. For example,
 * {@code U1/2025-07-17/story/2/impact}.
 */
public record FigureId(@JsonValue String value) implements Comparable<FigureId> {

    /** Path segments after account and date, each made safe. */
    public static FigureId of(AccountId account, LocalDate date, String... place) {
        var path = new StringBuilder(safe(account.value())).append('/').append(date);
        for (var segment : place) {
            path.append('/').append(safe(segment));
        }
        return new FigureId(path.toString());
    }

    /** Account and day a figure belongs to; empty where the text is no figure's name. */
    public Optional<Home> home() {
        var parts = value.split("/", 3);
        if (parts.length < 3 || parts[0].isEmpty() || parts[2].isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Home(AccountId.of(plain(parts[0])), LocalDate.parse(parts[1])));
        } catch (DateTimeParseException | IllegalArgumentException noFigure) {
            return Optional.empty();
        }
    }

    /** Where to look for a figure. */
    public record Home(AccountId account, LocalDate date) {}

    /** Letters, digits, dot, underscore, hyphen and colon stay; every other byte becomes a tilde and two hex digits. */
    private static String safe(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "._-:".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('~').append(String.format("%02x", (int) c));
            }
        }
        return out.toString();
    }

    private static String plain(String segment) {
        var bytes = new byte[segment.length()];
        int length = 0;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '~' && i + 2 < segment.length() && isHex(segment, i + 1) && isHex(segment, i + 2)) {
                bytes[length++] = (byte) Integer.parseInt(segment, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0;
    }

    @Override
    public int compareTo(FigureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
