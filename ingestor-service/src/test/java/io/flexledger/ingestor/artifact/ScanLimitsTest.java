package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.artifact.Scans.refusal;
import static io.flexledger.ingestor.artifact.Scans.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanLimitsTest {

    private static final ScanLimits SMALL = new ScanLimits(6, 10_000, 20, 100, 3);

    @Test
    void boundDepth() throws IOException {
        assertExceeded("<a>".repeat(10) + "</a>".repeat(10), "nested more than 6 deep");
    }

    @Test
    void boundAttributes() throws IOException {
        var attributes = IntStream.range(0, 21).mapToObj(i -> " a" + i + "=''").reduce("", String::concat);

        assertExceeded("<Trade" + attributes + "/>", "more than 20 attributes");
    }

    @Test
    void boundASingleTag() throws IOException {
        assertExceeded("<Trade a='" + "x".repeat(30_000) + "'/>", "more than 10000 bytes");
    }

    @Test
    void boundNames() throws IOException {
        var rows = IntStream.range(0, 101).mapToObj(i -> "<r" + i + "/>").reduce("", String::concat);

        assertExceeded(rows, "more than 100 different names");
    }

    @Test
    void boundPrefixes() throws IOException {
        var rows = IntStream.range(0, 101)
                .mapToObj(i -> "<r xmlns:p" + i + "='u'/>")
                .reduce("", String::concat);

        assertExceeded(rows, "more than 100 different names");
    }

    @Test
    void boundStatements() throws IOException {
        var text = report();
        for (int day = 10; day < 14; day++) {
            text.statement("U1", "202507" + day);
        }

        var refusal = refusal(stream(text.toString()), SMALL);

        assertThat(refusal.code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
        assertThat(refusal.detail()).contains("more than 3 statements");
    }

    @Test
    void boundWhatTravelsOn() throws IOException {
        var refusal = refusal(
                report().query("q".repeat(501)).statement("U1", "20250718").toString());

        assertThat(refusal.code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
        assertThat(refusal.detail()).contains("more than 500 characters");
    }

    @Test
    void letAnEndlessTagPassNoFurther() throws IOException {
        var endless = new Endless("<FlexQueryResponse><FlexStatement accountId='");

        assertThat(refusal(endless, ScanLimits.DEFAULT).code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
        assertThat(endless.read).isLessThan(2_000_000);
    }

    private static void assertExceeded(String rows, String said) throws IOException {
        var refusal = refusal(
                stream(report().statement(statementOf("U1", "20250718", "", rows))
                        .toString()),
                SMALL);

        assertThat(refusal.code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
        assertThat(refusal.detail()).contains(said);
    }

    /** A start, and then the letter x for ever. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private long read;

        Endless(String start) {
            this.start = start.getBytes(UTF_8);
        }

        @Override
        public int read() {
            read++;
            return read <= start.length ? start[(int) read - 1] : 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int i = 0; i < length; i++) {
                target[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
