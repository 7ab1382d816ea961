package io.flexledger.realtime.adapter.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.realtime.wire.Frames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class TimedInputTest {

    private static final byte[] PAYLOAD = "a message that comes in two parts".getBytes(US_ASCII);

    @Test
    void aReadThatTimesOutLosesNothingThatHadArrived() throws IOException {
        Frames frames = new Frames(new TimedInput(new Hesitant(Frames.framed(PAYLOAD), 10)));

        assertThatThrownBy(frames::read).isInstanceOf(SocketTimeoutException.class);
        assertThat(frames.read()).isEqualTo(PAYLOAD);
    }

    @Test
    void whatTheStreamHasIsAvailable() throws IOException {
        InputStream in = new TimedInput(new ByteArrayInputStream(new byte[7]));

        assertThat(in.available()).isEqualTo(7);
        assertThat(in.read()).isZero();
        assertThat(in.available()).isEqualTo(6);
    }

    /** Gives some bytes, promises more, and then keeps the reader waiting too long, once. */
    private static final class Hesitant extends InputStream {

        private final InputStream bytes;
        private final int atFirst;
        private int reads;

        Hesitant(byte[] bytes, int atFirst) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.atFirst = atFirst;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read one by one");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            reads++;
            if (reads == 2) {
                throw new SocketTimeoutException("Read timed out");
            }
            return bytes.read(into, offset, reads == 1 ? atFirst : length);
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }
    }
}
