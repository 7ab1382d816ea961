package io.flexledger.ingestor.adapter.flex;

import io.flexledger.ingestor.fetch.Token;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer that may repeat the request, as error pages do: the token's characters become asterisks. An answer without
 * it passes byte for byte.
 */
final class WithoutToken extends FilterInputStream {

    private static final int BUFFER = 64 * 1024;

    private final List<byte[]> secrets;
    private final int longest;
    private final byte[] buffer;
    private int next;
    private int checked;
    private int filled;

    WithoutToken(InputStream answer, Token token) {
        super(answer);
        secrets = Stream.of(token.secret(), URLEncoder.encode(token.secret(), StandardCharsets.UTF_8))
                .distinct()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
        longest = secrets.stream().mapToInt(secret -> secret.length).max().orElseThrow();
        buffer = new byte[BUFFER + longest];
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (next == checked && !refill()) {
            return -1;
        }
        int count = Math.min(length, checked - next);
        System.arraycopy(buffer, next, target, from, count);
        next += count;
        return count;
    }

    /** What might be the beginning of a token stays until more is read. */
    private boolean refill() throws IOException {
        System.arraycopy(buffer, checked, buffer, 0, filled - checked);
        filled -= checked;
        next = 0;
        int read = in.readNBytes(buffer, filled, buffer.length - filled);
        filled += read;
        secrets.forEach(this::mask);
        checked = filled == buffer.length ? filled - longest + 1 : filled;
        return checked > 0;
    }

    private void mask(byte[] secret) {
        for (int at = 0; at <= filled - secret.length; at++) {
            if (buffer[at] == secret[0] && Arrays.equals(buffer, at, at + secret.length, secret, 0, secret.length)) {
                Arrays.fill(buffer, at, at + secret.length, (byte) '*');
            }
        }
    }
}
