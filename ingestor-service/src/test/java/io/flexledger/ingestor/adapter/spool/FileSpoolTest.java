package io.flexledger.ingestor.adapter.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import io.flexledger.testing.Settings;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSpoolTest {

    @TempDir
    private Path directory = Path.of("");

    @RepeatedTest(30)
    void givesBackWhatWasPutInFromAnyPlace(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        var bytes = new byte[random.nextInt(400_000)];
        random.nextBytes(bytes);

        try (var held = spool().fill(new ByteArrayInputStream(bytes), bytes.length, this::tooLarge)) {
            assertThat(held.size()).isEqualTo(bytes.length);
            assertThat(held.sha256()).isEqualTo(Sha256.of(bytes));
            assertThat(held.open().readAllBytes()).isEqualTo(bytes);
            assertSkips(bytes, held.open(), random);
        }
    }

    private static void assertSkips(byte[] bytes, InputStream stream, Random random) throws IOException {
        int position = 0;
        while (position < bytes.length) {
            int skip = random.nextInt(Math.min(100_000, bytes.length - position) + 1);
            stream.skipNBytes(skip);
            position += skip;
            int length = random.nextInt(Math.min(100_000, bytes.length - position) + 1);
            assertThat(stream.readNBytes(length)).isEqualTo(Arrays.copyOfRange(bytes, position, position + length));
            position += length;
        }
        assertThat(stream.read()).isEqualTo(-1);
        assertThatThrownBy(() -> stream.skipNBytes(1)).isInstanceOf(EOFException.class);
    }

    @Test
    void leavesNoFileBehindEvenWhileItHolds() throws IOException {
        try (var held = spool().fill(new ByteArrayInputStream(new byte[10]), 10, this::tooLarge)) {
            assertThat(held.size()).isEqualTo(10);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void stopsAtTheLimit() {
        var endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                read += length;
                return length;
            }
        };

        assertThatThrownBy(() -> spool().fill(endless, 1_000_000, this::tooLarge))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().detail()).isEqualTo("more than 1000000"));
        assertThat(endless.read).isLessThan(1_200_000);
        assertThat(directory).isEmptyDirectory();
    }

    private Refusal tooLarge(long limit) {
        return Refusal.of(RefusalCode.FILE_TOO_LARGE, "more than " + limit, "");
    }

    private FileSpool spool() {
        return new FileSpool(
                Settings.of(IngestorConfig.class, Map.of("ingestor.spool-directory", directory.toString())));
    }
}
