package io.flexledger.testing.flex.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The content of an answer, which can be written any number of times and is the same each time. */
@FunctionalInterface
public interface Body {

    Body EMPTY = _ -> {};

    void writeTo(OutputStream out) throws IOException;

    static Body of(byte[] bytes) {
        return out -> out.write(bytes);
    }

    /** In UTF-8. */
    static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In bytes; found by writing it to nowhere. */
    default long length() throws IOException {
        CountingStream count = new CountingStream();
        writeTo(count);
        return count.count();
    }
}
