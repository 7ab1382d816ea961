package io.flexledger.realtime.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The opening of a connection: which protocol versions we speak, and the server's answer.
 *
 * <p>From 176 on every fill carries its zone; 200 is the last version in which every message is text.
 *
 * @param serverVersion what both sides speak from now on
 * @param connectionTime the server's clock in its own words; for a log line, never for a calculation
 */
public record Hello(int serverVersion, String connectionTime) {

    public static final int OLDEST = 176;
    public static final int NEWEST = 200;

    private static final byte[] MAGIC = {'A', 'P', 'I', 0};
    private static final Pattern VERSION = Pattern.compile("-?[0-9]{1,9}");

    public Hello {
        if (!spoken(serverVersion)) {
            throw new IllegalArgumentException(
                    "a server version is from %d to %d: %d".formatted(OLDEST, NEWEST, serverVersion));
        }
    }

    public static boolean spoken(int serverVersion) {
        return serverVersion >= OLDEST && serverVersion <= NEWEST;
    }

    /** What a client sends first, in one write: the magic word, then the range, framed but without a NUL. */
    public static byte[] opening() {
        byte[] range = "v%d..%d".formatted(OLDEST, NEWEST).getBytes(StandardCharsets.US_ASCII);
        byte[] framed = Frames.framed(range);
        return ByteBuffer.allocate(MAGIC.length + framed.length)
                .put(MAGIC)
                .put(framed)
                .array();
    }

    /**
     * Reads the first payload the server sends.
     *
     * @throws HandshakeException when it is no greeting, or one in a version we do not speak
     */
    public static Hello answered(byte[] payload) throws HandshakeException {
        String text = new String(payload, StandardCharsets.UTF_8);
        String[] fields = text.split("\0", -1);
        // Two terminated fields leave one empty piece behind.
        if (fields.length < 3
                || !text.endsWith("\0")
                || !VERSION.matcher(fields[0]).matches()) {
            throw new HandshakeException(
                    "The gateway's first answer is not a version and a time. We speak versions %d to %d of its API. Check that"
                                    .formatted(OLDEST, NEWEST)
                            + " the host and port are those of the gateway's API, and that nothing else listens there.");
        }
        int offered = Integer.parseInt(fields[0]);
        if (offered < 0) {
            throw new HandshakeException(
                    "The gateway offered version %d, which asks us to connect elsewhere; we do not follow. We speak versions"
                                    .formatted(offered)
                            + " %d to %d. Set the host and port of the gateway itself.".formatted(OLDEST, NEWEST));
        }
        if (offered < OLDEST) {
            throw new HandshakeException(
                    "The gateway offered version %d of its API; we speak versions %d to %d. Update the gateway to 10.19 or later."
                            .formatted(offered, OLDEST, NEWEST));
        }
        if (offered > NEWEST) {
            throw new HandshakeException(
                    "The gateway offered version %d of its API; we speak versions %d to %d, all in text. Install a gateway release"
                                    .formatted(offered, OLDEST, NEWEST)
                            + " that still serves version %d.".formatted(NEWEST));
        }
        return new Hello(offered, fields[1]);
    }
}
