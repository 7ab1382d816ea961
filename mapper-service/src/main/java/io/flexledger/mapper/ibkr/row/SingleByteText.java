package io.flexledger.mapper.ibkr.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of a single-byte charset as UTF-8, for a parser that is fastest, and exact about offsets, in UTF-8. */
final class SingleByteText extends InputStream {

    private final InputStream in;
    private final byte[][] utf8 = new byte[256][];
    private final byte[] source = new byte[4096];
    private byte[] text = new byte[0];
    private int position;

    SingleByteText(InputStream in, Charset charset) {
        this.in = in;
        for (int i = 0; i < utf8.length; i++) {
            utf8[i] = new String(new byte[] {(byte) i}, charset).getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? text[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (!fill()) {
            return -1;
        }
        int given = Math.min(count, text.length - position);
        System.arraycopy(text, position, buffer, offset, given);
        position += given;
        return given;
    }

    private boolean fill() throws IOException {
        while (position == text.length) {
            int read = in.read(source);
            if (read < 0) {
                return false;
            }
            text = transcode(read);
            position = 0;
        }
        return true;
    }

    private byte[] transcode(int count) {
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += utf8[source[i] & 0xFF].length;
        }
        var result = new byte[size];
        int at = 0;
        for (int i = 0; i < count; i++) {
            var character = utf8[source[i] & 0xFF];
            System.arraycopy(character, 0, result, at, character.length);
            at += character.length;
        }
        return result;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
