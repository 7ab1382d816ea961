package io.flexledger.realtime.adapter.gateway;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A buffer over a stream whose reads may time out. The JDK's own hands over what it holds, reads on when the stream
 * says that more is there, and forgets what it handed over when that read fails; so here the stream never says so to
 * the buffer.
 */
final class TimedInput extends BufferedInputStream {

    private final InputStream stream;

    TimedInput(InputStream stream) {
        super(new Unforeseeable(stream));
        this.stream = stream;
    }

    @Override
    public synchronized int available() throws IOException {
        return super.available() + stream.available();
    }

    private static final class Unforeseeable extends FilterInputStream {

        Unforeseeable(InputStream stream) {
            super(stream);
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
