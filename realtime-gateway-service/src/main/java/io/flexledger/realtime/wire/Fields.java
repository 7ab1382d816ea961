package io.flexledger.realtime.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the NUL-terminated fields of one payload; the first field is the message id and is read already.
 *
 * <p>A field that is empty, or holds one of the largest numbers of its type, is not set and read as null. Zero is a
 * value.
 */
public final class Fields {

    private static final Pattern ID = Pattern.compile("[0-9]{1,9}");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

    // Only letters beyond ASCII are escaped, so only those are turned back: an escaped line feed or quote stays
    // harmless.
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final byte[] payload;
    private final int messageId;
    private int offset;
    private int position;

    /** @throws UndecodableException when the payload is not text that starts with a message id */
    public Fields(byte[] payload) throws UndecodableException {
        this.payload = payload;
        if (payload.length == 0) {
            throw new UndecodableException(null, 0, "message id", "the payload is empty");
        }
        if (payload[0] == 0) {
            throw new UndecodableException(
                    null, 0, "message id", "is binary, as in server versions after 200; expected decimal text");
        }
        if (payload[payload.length - 1] != 0) {
            throw new UndecodableException(null, 0, "message id", "the payload does not end with a NUL");
        }
        String id = next();
        if (!ID.matcher(id).matches()) {
            throw new UndecodableException(null, 0, "message id", "is not a number");
        }
        messageId = Integer.parseInt(id);
    }

    public int messageId() {
        return messageId;
    }

    /** Reads past fields that say nothing at our versions, such as the version of a single message. */
    public void skip(String name) throws UndecodableException {
        require(name);
        next();
    }

    /** A text that must be there. */
    public String text(String name) throws UndecodableException {
        String text = plainText(name);
        if (text.isEmpty()) {
            throw undecodable(name, "is empty");
        }
        return text;
    }

    /** A text that may be empty. */
    public String plainText(String name) throws UndecodableException {
        require(name);
        return next();
    }

    /** A text, or null when empty. */
    public @Nullable String optionalText(String name) throws UndecodableException {
        String text = plainText(name);
        return text.isEmpty() ? null : text;
    }

    /** A text in which letters beyond ASCII may be written as {@code \}{@code uXXXX}. */
    public String escapedText(String name) throws UndecodableException {
        String text = plainText(name);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(escape -> {
            char letter = (char) Integer.parseInt(escape.group(1), 16);
            return Matcher.quoteReplacement(letter < 0x80 ? escape.group() : String.valueOf(letter));
        });
    }

    public int requiredInt(String name) throws UndecodableException {
        return required(name, integer(name));
    }

    public long requiredLong(String name) throws UndecodableException {
        return required(name, longInteger(name));
    }

    public BigDecimal requiredDecimal(String name) throws UndecodableException {
        return required(name, decimal(name));
    }

    public @Nullable Integer integer(String name) throws UndecodableException {
        Long number = longInteger(name);
        if (number == null || number == Integer.MAX_VALUE) {
            return null;
        }
        if (number.intValue() != number) {
            throw undecodable(name, "is beyond 32 bits");
        }
        return number.intValue();
    }

    public @Nullable Long longInteger(String name) throws UndecodableException {
        String text = plainText(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw undecodable(name, "is not a whole number");
        }
        try {
            long number = Long.parseLong(text);
            return number == Long.MAX_VALUE || number == Long.MIN_VALUE ? null : number;
        } catch (NumberFormatException beyond64Bits) {
            throw undecodable(name, "is beyond 64 bits");
        }
    }

    /** An exact number, read from its text and never through binary floating point. */
    public @Nullable BigDecimal decimal(String name) throws UndecodableException {
        String text = plainText(name);
        if (WireDecimal.isUnset(text)) {
            return null;
        }
        return WireDecimal.parse(text).orElseThrow(() -> undecodable(name, "is not a number"));
    }

    public @Nullable Boolean flag(String name) throws UndecodableException {
        return switch (plainText(name)) {
            case "" -> null;
            case "0", "false" -> false;
            case "1", "true" -> true;
            default -> throw undecodable(name, "is neither 0 nor 1");
        };
    }

    /** Fields not read: a newer server may add some at the end. */
    public int surplus() {
        int left = 0;
        for (int i = offset; i < payload.length; i++) {
            if (payload[i] == 0) {
                left++;
            }
        }
        return left;
    }

    /** For a field whose text was read and whose meaning is wrong. */
    public UndecodableException undecodable(String name, String problem) {
        return new UndecodableException(String.valueOf(messageId), position - 1, name, problem);
    }

    private <T> T required(String name, @Nullable T value) throws UndecodableException {
        if (value == null) {
            throw undecodable(name, "is not set");
        }
        return value;
    }

    private void require(String name) throws UndecodableException {
        if (offset == payload.length) {
            throw new UndecodableException(
                    String.valueOf(messageId),
                    position,
                    name,
                    "is missing; the message has %d fields".formatted(position));
        }
    }

    private String next() {
        int end = offset;
        while (payload[end] != 0) {
            end++; // ends: the last byte is a NUL
        }
        String text = new String(payload, offset, end - offset, StandardCharsets.UTF_8);
        offset = end + 1;
        position++;
        return text;
    }
}
