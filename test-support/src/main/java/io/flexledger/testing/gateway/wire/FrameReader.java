package io.flexledger.testing.gateway.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes apart what a client sends. */
public final class FrameReader {

    private static final byte[] MAGIC = "API\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 0xFFFFFF;

    private final DataInputStream in;

    public FrameReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The first bytes of a client, for example {@code v176..200}; empty when they are anything else. */
    public Optional<String> hello() throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        return Arrays.equals(magic, MAGIC) ? Optional.of(text(payload())) : Optional.empty();
    }

    /** @throws EOFException when the client has gone */
    public Message next() throws IOException {
        String payload = text(payload());
        if (!payload.endsWith("\0")) {
            throw new IOException("the last field has no end");
        }
        List<String> fields = new ArrayList<>(List.of(payload.split("\0", -1)));
        fields.removeLast();
        return new Message(fields);
    }

    private byte[] payload() throws IOException {
        int length = in.readInt();
        if (length <= 0 || length > LONGEST) {
            throw new IOException("no frame is this long: " + length);
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException();
        }
        return payload;
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
