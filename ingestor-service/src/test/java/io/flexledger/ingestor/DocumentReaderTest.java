package io.flexledger.ingestor;

import static io.flexledger.ingestor.FlexText.report;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.Scan;
import io.flexledger.ingestor.fetch.VirtualTime;
import io.flexledger.ingestor.intake.Heap;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.testing.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private static final byte[] REPORT =
            report().statement("U1", "20250718").toString().getBytes(UTF_8);

    @Test
    void whatIsPackedIsReadUpToTheLimit() throws IOException {
        assertThat(read(packed(REPORT), REPORT.length)).isInstanceOf(Scan.Report.class);
    }

    @Test
    void whatIsLargerUnpackedIsRefused() throws IOException {
        assertThat(read(packed(REPORT), REPORT.length - 1)).isInstanceOfSatisfying(Scan.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(RefusalCode.EXPANDED_TOO_LARGE);
            assertThat(refused.refusal().detail())
                    .contains(Integer.toString(REPORT.length - 1), "ingestor.max-file-size");
            assertThat(refused.refusal().nextStep()).endsWith("ingestor.max-file-size.");
        });
    }

    @Test
    void whatIsNotPackedHasBeenMeasuredAlready() throws IOException {
        assertThat(read(REPORT, 1)).isInstanceOf(Scan.Report.class);
    }

    @Test
    void aDamagedPackingIsRefused() throws IOException {
        var damaged = packed(REPORT);
        damaged[damaged.length / 2] ^= 0x55;

        assertThat(read(damaged, REPORT.length))
                .isInstanceOfSatisfying(
                        Scan.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.GZIP_DAMAGED));
    }

    private static Scan read(byte[] sent, int limit) throws IOException {
        var config = Settings.of(IngestorConfig.class, Map.of("ingestor.max-file-size", Integer.toString(limit)));
        return new DocumentReader(new VirtualTime(), Heap::of, config).read(new Heap(sent));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
