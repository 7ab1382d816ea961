package io.flexledger.realtime.codec;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A message being written: printable ASCII fields, each ended by a NUL. */
final class Line {

    private final StringBuilder text = new StringBuilder();

    Line add(int number) {
        return add(Integer.toString(number));
    }

    Line add(boolean flag) {
        return add(flag ? "1" : "0");
    }

    /** @param field null for one that is not set */
    Line add(@Nullable String field) {
        if (field != null) {
            // Anything else could end the field and start one of the caller's making.
            if (!field.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
                throw new IllegalArgumentException("a field of a request is printable ASCII");
            }
            text.append(field);
        }
        text.append('\0');
        return this;
    }

    byte[] payload() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
