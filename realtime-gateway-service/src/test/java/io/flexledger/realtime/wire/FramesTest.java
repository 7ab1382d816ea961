package io.flexledger.realtime.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    private static final List<byte[]> PAYLOADS = List.of(
            "9\0001\000371\0".getBytes(US_ASCII), "7".getBytes(US_ASCII), "15\0001\0DU1,DU2,\0".getBytes(US_ASCII));

    @Nested
    class Reading {

        @Test
        void doesNotCareHowTheStreamIsCut() throws IOException {
            byte[] stream = stream(PAYLOADS);

            for (int first = 1; first <= stream.length; first++) {
                for (int next = 1; next <= stream.length; next++) {
                    assertThat(readAll(new Cut(stream, first, next)))
                            .as("%d bytes, then %d at a time", first, next)
                            .usingRecursiveComparison()
                            .isEqualTo(PAYLOADS);
                }
            }
        }

        @Test
        void growsWithALargeFrame() throws IOException {
            Random random = new Random(20260611);
            for (int size : new int[] {65_535, 65_536, 65_537, 200_000, Frames.MAX_PAYLOAD}) {
                byte[] payload = new byte[size];
                random.nextBytes(payload);

                Frames frames = new Frames(new Cut(stream(List.of(payload, new byte[] {1})), 3, 40_000));

                assertThat(frames.read()).isEqualTo(payload);
                assertThat(frames.read()).containsExactly(1);
                assertThat(frames.read()).isNull();
            }
        }

        @Test
        void tellsAnEndBetweenFramesFromOneInside() throws IOException {
            byte[] frame = Frames.framed(PAYLOADS.getFirst());

            for (int length = 1; length < frame.length; length++) {
                Frames frames = new Frames(new ByteArrayInputStream(frame, 0, length));
                assertThatThrownBy(frames::read).as("%d bytes", length).isInstanceOf(TruncatedFrameException.class);
            }
            assertThat(new Frames(InputStream.nullInputStream()).read()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"00000000", "01000000", "ffffffff", "80000000", "474554202f"})
        void refusesALengthThatCannotBe(String hex) {
            Frames frames = new Frames(new ByteArrayInputStream(HexFormat.of().parseHex(hex)));

            assertThatThrownBy(frames::read)
                    .isInstanceOf(FramingException.class)
                    .isNotInstanceOf(TruncatedFrameException.class)
                    .hasMessageContaining("16777215");
        }

        @Test
        void goesOnAfterATimeout() throws IOException {
            byte[] stream = stream(PAYLOADS);
            Frames frames = new Frames(new TimesOutBeforeEveryByte(stream));

            List<byte[]> read = new ArrayList<>();
            int timeouts = 0;
            for (boolean open = true; open; ) {
                try {
                    byte[] payload = frames.read();
                    open = payload != null;
                    if (payload != null) {
                        read.add(payload);
                    }
                } catch (InterruptedIOException timeout) {
                    timeouts++;
                }
            }

            assertThat(read).usingRecursiveComparison().isEqualTo(PAYLOADS);
            assertThat(timeouts).isGreaterThanOrEqualTo(stream.length);
        }
    }

    @Nested
    class Writing {

        @Test
        void putsTheLengthBeforeThePayloadInOneWrite() throws IOException {
            List<byte[]> writes = new ArrayList<>();
            var out = new ByteArrayOutputStream() {
                @Override
                public void write(byte[] bytes) {
                    writes.add(bytes.clone());
                }
            };

            Frames.write(out, "9\0001\000371\0".getBytes(US_ASCII));

            assertThat(writes).hasSize(1);
            assertThat(HexFormat.of().formatHex(writes.getFirst())).isEqualTo("000000083900310033373100");
        }

        @Test
        void refusesWhatNoReaderWouldTake() {
            assertThatThrownBy(() -> Frames.framed(new byte[0])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Frames.framed(new byte[Frames.MAX_PAYLOAD + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] stream(List<byte[]> payloads) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] payload : payloads) {
            Frames.write(stream, payload);
        }
        return stream.toByteArray();
    }

    private static List<byte[]> readAll(InputStream in) throws IOException {
        Frames frames = new Frames(in);
        List<byte[]> read = new ArrayList<>();
        for (byte[] payload = frames.read(); payload != null; payload = frames.read()) {
            read.add(payload);
        }
        return read;
    }

    /** Delivers some bytes at first and then others at a time, as a network may. */
    private static final class Cut extends InputStream {
        private final byte[] bytes;
        private final int next;
        private int offset;
        private int size;

        Cut(byte[] bytes, int first, int next) {
            this.bytes = bytes;
            this.next = next;
            this.size = first;
        }

        @Override
        public int read() throws IOException {
            throw new EOFException("read in blocks");
        }

        @Override
        public int read(byte[] into, int at, int length) {
            if (offset == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(size, length), bytes.length - offset);
            System.arraycopy(bytes, offset, into, at, count);
            offset += count;
            size = next;
            return count;
        }
    }

    private static final class TimesOutBeforeEveryByte extends InputStream {
        private final byte[] bytes;
        private int offset;
        private boolean waited;

        TimesOutBeforeEveryByte(byte[] bytes) {
            this.bytes = Arrays.copyOf(bytes, bytes.length);
        }

        @Override
        public int read() throws IOException {
            throw new EOFException("read in blocks");
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            waited = !waited;
            if (waited) {
                throw new InterruptedIOException("nothing yet");
            }
            if (offset == bytes.length) {
                return -1;
            }
            into[at] = bytes[offset++];
            return 1;
        }
    }
}
