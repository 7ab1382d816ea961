package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSealerTest {

    private static final int UNLIMITED = 1 << 24;

    @Test
    void identityIsTheHashOfExactlyTheStatementsBytes() throws IOException {
        var sealed = seal(report().statement("<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718'/>")
                .toString()
                .getBytes(UTF_8));

        // printf "%s" "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718'/>" | sha256sum
        assertThat(sealed.getFirst().id().sha256())
                .isEqualTo("f70c806db1517a11dcd65aa1b7f738ccac4a5f07021302e6dc04ef43473f3e92");
    }

    @Nested
    class CanonicalHash {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718'/>",
                    "<FlexStatement accountId='U1' whenGenerated='20250719;042700' fromDate='20250718' toDate='20250718'/>",
                    "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718' whenGenerated=\"2025-07-20;01:02:03 EDT\"/>",
                    "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718'\r\n\twhenGenerated = ''/>",
                    "<FlexStatement whenGenerated='>' accountId='U1' fromDate='20250718' toDate='20250718'/>"
                })
        void leavesOutWhenTheStatementWasGenerated(String statement) throws IOException {
            var sealed = seal(report().statement(statement).toString().getBytes(UTF_8))
                    .getFirst();

            // printf "%s" "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718'/>" | sha256sum
            assertThat(sealed.canonicalSha256())
                    .isEqualTo("f70c806db1517a11dcd65aa1b7f738ccac4a5f07021302e6dc04ef43473f3e92");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718' WhenGenerated='1'/>",
                    "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718' note=' whenGenerated=\"1\"'/>",
                    "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718'><Trade whenGenerated='1'/></FlexStatement>",
                    "<FlexStatement accountId='U1' fromDate='20250718'  toDate='20250718'/>"
                })
        void leavesOutNothingElse(String statement) throws IOException {
            var sealed = seal(report().statement(statement).toString().getBytes(UTF_8))
                    .getFirst();

            assertThat(sealed.canonicalSha256())
                    .isNotEqualTo("f70c806db1517a11dcd65aa1b7f738ccac4a5f07021302e6dc04ef43473f3e92")
                    .isEqualTo(sealed.id().sha256());
        }

        @Test
        void tellsRowsApart() throws IOException {
            var sealed = seal(report().statement(statementOf("U1", "20250718", "1", "<Trade tradeID='1'/>"))
                    .statement(statementOf("U1", "20250718", "2", "<Trade tradeID='2'/>"))
                    .statement(statementOf("U1", "20250718", "3", "<Trade tradeID='1'/>"))
                    .toString()
                    .getBytes(UTF_8));

            assertThat(sealed.get(0).canonicalSha256())
                    .isEqualTo(sealed.get(2).canonicalSha256())
                    .isNotEqualTo(sealed.get(1).canonicalSha256());
            assertThat(sealed.get(0).id()).isNotEqualTo(sealed.get(2).id());
        }
    }

    @RepeatedTest(40)
    void compressedFormIsExactForAnyStatement(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        var statements = new ArrayList<String>();
        var text = report().query(words(random, 3));
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            var statement = statementOf("U" + i, "20250718", "20250719;042700", rows(random));
            statements.add(statement);
            text.statement(statement);
        }

        var sealed = seal(text.toString().getBytes(UTF_8));

        for (int i = 0; i < statements.size(); i++) {
            var exact = statements.get(i).getBytes(UTF_8);
            assertThat(decompressed(sealed.get(i))).isEqualTo(exact);
            assertThat(sealed.get(i).id().sha256())
                    .isEqualTo(HexFormat.of().formatHex(Sha256.digest().digest(exact)));
            assertThat(sealed.get(i).size()).isEqualTo(exact.length);
        }
    }

    @Test
    void statementThatDoesNotFitIsStillIdentified() throws IOException {
        var random = new Random(1);
        var large = statementOf("U1", "20250718", "1", rows(random) + "<Trade note='" + hex(random, 5_000) + "'/>");
        var small = statementOf("U2", "20250718", "1", "");

        var sealed = seal(report().statement(large).statement(small).toString().getBytes(UTF_8), 1_000);

        assertThat(sealed.getFirst().fits()).isFalse();
        assertThat(sealed.getFirst().compressed()).isEmpty();
        assertThat(sealed.getFirst().compressedSize()).isGreaterThan(1_000);
        assertThat(sealed.getFirst().id().sha256()).isEqualTo(Sha256.of(large.getBytes(UTF_8)));
        assertThat(decompressed(sealed.getLast())).isEqualTo(small.getBytes(UTF_8));
    }

    private static List<SealedStatement> seal(byte[] document) throws IOException {
        return seal(document, UNLIMITED);
    }

    private static List<SealedStatement> seal(byte[] document, int maxCompressed) throws IOException {
        var scan = StatementScanner.scan(
                new ByteArrayInputStream(document), Instant.parse("2025-07-20T09:00:00Z"), ScanLimits.DEFAULT);
        var sealed = new ArrayList<SealedStatement>();
        try (var sealer = new StatementSealer(new ByteArrayInputStream(document), maxCompressed)) {
            for (var statement : ((Scan.Report) scan).statements()) {
                sealed.add(sealer.seal(statement.slice()));
            }
        }
        return sealed;
    }

    private static byte[] decompressed(SealedStatement sealed) throws IOException {
        try (var zstd =
                new ZstdInputStream(new ByteArrayInputStream(sealed.compressed().orElseThrow()))) {
            return zstd.readAllBytes();
        }
    }

    private static String rows(Random random) {
        var rows = new StringBuilder();
        for (int i = 0; i < random.nextInt(2_000); i++) {
            rows.append("<Trade description=\"")
                    .append(words(random, 5))
                    .append("\" />")
                    .append(i % 2 == 0 ? "\r\n" : "");
        }
        return rows.toString();
    }

    private static String words(Random random, int count) {
        var letters = "abcXYZ äöüß€łŻ中文😀".codePoints().toArray();
        var text = new StringBuilder();
        for (int i = 0; i < count * 6; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static String hex(Random random, int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }
}
