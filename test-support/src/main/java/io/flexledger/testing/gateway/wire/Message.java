package io.flexledger.testing.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The fields of one message in either direction; the first is its id. */
public record Message(List<String> fields) {

    public Message {
        fields = List.copyOf(fields);
    }

    public static Message of(Object... fields) {
        List<String> texts = new ArrayList<>();
        for (Object field : fields) {
            texts.add(String.valueOf(field));
        }
        return new Message(texts);
    }

    public int id() {
        return Integer.parseInt(fields.getFirst());
    }

    /** With so many fields more at its end, as a newer gateway may send. */
    public Message withExtra(int count) {
        List<String> longer = new ArrayList<>(fields);
        longer.addAll(Collections.nCopies(count, "0"));
        return new Message(longer);
    }

    /** Every field with its NUL, the length of all of them before the first. */
    public byte[] frame() {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        for (String field : fields) {
            payload.writeBytes(field.getBytes(StandardCharsets.UTF_8));
            payload.write(0);
        }
        return ByteBuffer.allocate(Integer.BYTES + payload.size())
                .putInt(payload.size())
                .put(payload.toByteArray())
                .array();
    }
}
