package io.flexledger.testing.flex.wire;

import java.io.OutputStream;

/** Keeps nothing but the number of bytes. */
final class CountingStream extends OutputStream {

    private long count;

    @Override
    public void write(int one) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
    }

    long count() {
        return count;
    }
}
