package io.flexledger.mapper.version;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes one value after the other with one generator, whose buffers would otherwise be made for each. */
final class Pen {

    private final ObjectWriter writer;
    private final ByteArrayBuilder bytes = new ByteArrayBuilder();
    private final JsonGenerator json;

    Pen(ObjectWriter writer) {
        this.writer = writer;
        try {
            this.json = writer.withRootValueSeparator("").createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] write(Object value) {
        try {
            writer.writeValue(json, value);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            bytes.reset();
        }
    }
}
