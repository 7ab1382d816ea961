package io.flexledger.realtime.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The payloads of a stream of frames, each prefixed by its length as four bytes, high byte first.
 *
 * <p>What has been read of a frame is kept when the stream fails, so a read that timed out goes on where it stopped.
 */
public final class Frames {

    /** 16 MiB less one: what the broker's own software accepts. */
    public static final int MAX_PAYLOAD = 0xFF_FFFF;

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final byte[] prefix = new byte[Integer.BYTES];
    private int prefixRead;
    private byte @Nullable [] payload;
    private int length;
    private int payloadRead;

    public Frames(InputStream in) {
        this.in = in;
    }

    /**
     * The next payload, or null when the stream ended between two frames.
     *
     * @throws FramingException when the length cannot be right; the stream is of no more use
     * @throws TruncatedFrameException when the stream ended inside a frame
     */
    public byte @Nullable [] read() throws IOException {
        if (payload == null && !readPrefix()) {
            return null;
        }
        return readPayload();
    }

    private boolean readPrefix() throws IOException {
        while (prefixRead < prefix.length) {
            int read = in.read(prefix, prefixRead, prefix.length - prefixRead);
            if (read < 0) {
                if (prefixRead == 0) {
                    return false;
                }
                throw new TruncatedFrameException(
                        "the stream ended after %d of the 4 bytes of a frame's length".formatted(prefixRead));
            }
            prefixRead += read;
        }
        int announced = ByteBuffer.wrap(prefix).getInt();
        if (announced <= 0 || announced > MAX_PAYLOAD) {
            throw new FramingException("a frame's length must be from 1 to %d bytes: %d"
                    .formatted(MAX_PAYLOAD, Integer.toUnsignedLong(announced)));
        }
        length = announced;
        payload = new byte[Math.min(announced, CHUNK)];
        payloadRead = 0;
        return true;
    }

    private byte[] readPayload() throws IOException {
        byte[] bytes = payload == null ? new byte[0] : payload;
        while (payloadRead < length) {
            if (payloadRead == bytes.length) {
                // Memory follows what has arrived, not what was announced.
                bytes = Arrays.copyOf(bytes, Math.min(length, 2 * bytes.length));
                payload = bytes;
            }
            int read = in.read(bytes, payloadRead, bytes.length - payloadRead);
            if (read < 0) {
                throw new TruncatedFrameException(
                        "the stream ended after %d of a frame's %d bytes".formatted(payloadRead, length));
            }
            payloadRead += read;
        }
        payload = null;
        prefixRead = 0;
        return bytes;
    }

    /** The payload with its length before it. */
    public static byte[] framed(byte[] payload) {
        if (payload.length == 0 || payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "a frame holds from 1 to %d bytes: %d".formatted(MAX_PAYLOAD, payload.length));
        }
        return ByteBuffer.allocate(Integer.BYTES + payload.length)
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    /** Length and payload leave in one write, so a failure never leaves a length without its frame. */
    public static void write(OutputStream out, byte[] payload) throws IOException {
        out.write(framed(payload));
    }
}
