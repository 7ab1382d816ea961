package io.flexledger.ingestor.adapter.flex;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that has to be complete within some time, however steadily it drips. What fails here is the connection, not
 * whoever takes the bytes.
 */
final class TimedInput extends FilterInputStream {

    private final long end;

    TimedInput(InputStream body, Duration limit) {
        super(body);
        this.end = System.nanoTime() + limit.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        try {
            return super.read();
        } catch (IOException | RuntimeException e) {
            throw new TransportException(Fault.of(e));
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        try {
            return super.read(buffer, offset, length);
        } catch (IOException | RuntimeException e) {
            throw new TransportException(Fault.of(e));
        }
    }

    private void check() throws TransportException {
        if (System.nanoTime() > end) {
            throw new TransportException(Fault.TIMEOUT);
        }
    }
}
