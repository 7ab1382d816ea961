package io.flexledger.mapper.ibkr.row;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Passes a statement on as UTF-8 and remembers what came since the last mark, so that a row can be kept as it was
 * written. Refuses a stream that is too long, and one whose parser swallows too much without finding an end.
 */
final class Tape extends FilterInputStream {

    private static final int SLACK = 64 * 1024;

    private final RowLimits limits;
    /** Whether one byte of the statement is one character, not one byte, of what the parser sees. */
    private final boolean transcoded;

    private byte[] kept = new byte[2 * SLACK];
    private int length;
    /** Offset of {@code kept[0]} in what the parser sees. */
    private long origin;

    private long mark;
    private long charactersBeforeMark;

    private Tape(InputStream in, boolean transcoded, RowLimits limits) {
        super(in);
        this.transcoded = transcoded;
        this.limits = limits;
    }

    static Tape of(InputStream statement, String charset, RowLimits limits) throws UnreadableStatementException {
        if (!Charset.isSupported(charset)) {
            throw UnreadableStatementException.unparseable("charset " + charset);
        }
        var text = Charset.forName(charset);
        if (text.equals(StandardCharsets.UTF_8) || text.equals(StandardCharsets.US_ASCII)) {
            return new Tape(statement, false, limits);
        }
        if (!text.canEncode() || text.newEncoder().maxBytesPerChar() > 1) {
            throw UnreadableStatementException.unparseable("charset " + charset);
        }
        return new Tape(new SingleByteText(statement, text), true, limits);
    }

    /** What stands before this offset is no longer needed; from here on the token limit counts. */
    void markAt(long offset) {
        if (transcoded) {
            charactersBeforeMark += characters(mark, offset);
        }
        mark = offset;
    }

    String text(long from, long to) {
        return new String(kept, (int) (from - origin), (int) (to - from), StandardCharsets.UTF_8);
    }

    /** In bytes of the statement; {@code offset} is not before the mark. */
    long originalOffset(long offset) {
        return transcoded ? charactersBeforeMark + characters(mark, offset) : offset;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = in.read(buffer, offset, count);
        if (read > 0) {
            remember(buffer, offset, read);
        }
        return read;
    }

    private void remember(byte[] buffer, int offset, int count) throws IOException {
        int done = (int) (mark - origin);
        if (done > SLACK) {
            System.arraycopy(kept, done, kept, 0, length - done);
            origin += done;
            length -= done;
        }
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + count));
        }
        System.arraycopy(buffer, offset, kept, length, count);
        length += count;
        if (origin + length > limits.totalBytes()) {
            throw new LimitIOException("bytes", limits.totalBytes());
        }
        if (origin + length - mark > limits.tokenBytes() + (long) SLACK) {
            throw new LimitIOException("bytes per element", limits.tokenBytes());
        }
    }

    /** UTF-8 continuation bytes start with the bits 10; every other byte starts a character. */
    private int characters(long from, long to) {
        int count = 0;
        for (int i = (int) (from - origin); i < to - origin; i++) {
            if ((kept[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }
}
