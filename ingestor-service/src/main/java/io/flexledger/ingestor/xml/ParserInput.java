package io.flexledger.ingestor.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.flexledger.ingestor.refusal.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes on their way into the parser. Stops a token that grows without end before it fills the heap, and knows
 * whether the parser has asked for more than there is.
 */
final class ParserInput extends FilterInputStream {

    private static final int TAIL = 200;

    private final int tokenBytes;
    private long read;
    private long readAtLastToken;
    private boolean exhausted;
    private String tail = "";

    ParserInput(InputStream in, int tokenBytes) {
        super(in);
        this.tokenBytes = tokenBytes;
    }

    /** The parser finished one token. */
    void tokenDone() {
        readAtLastToken = read;
    }

    /** The parser wanted more bytes and there were none. */
    boolean exhausted() {
        return exhausted;
    }

    /** The last bytes handed to the parser, each as a character. */
    String tail() {
        return tail;
    }

    /** Bytes handed to the parser. */
    long size() {
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (read - readAtLastToken > tokenBytes) {
            throw new RefusedException(Limit.TOKEN.exceeded(tokenBytes).at(readAtLastToken));
        }
        int count = super.read(target, offset, length);
        if (count < 0) {
            exhausted = true;
        } else {
            read += count;
            var block = new String(target, offset + Math.max(0, count - TAIL), Math.min(TAIL, count), ISO_8859_1);
            tail = (tail + block).substring(Math.max(0, tail.length() + block.length() - TAIL));
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
