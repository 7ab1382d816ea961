package io.flexledger.ingestor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.FoundStatement.Identified;
import io.flexledger.ingestor.xml.ScanLimits;
import io.flexledger.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statements of many people and years, read in place where they lie beside the checkout. */
class ReferenceFilesTest {

    @Test
    void areAllScannedAndCutExactly() throws IOException {
        for (var file : files()) {
            var bytes = Files.readAllBytes(file);
            if (scan(bytes) instanceof Scan.Report report) {
                report.statements().forEach(found -> assertExact(file, bytes, report.envelope(), found.slice()));
            }
        }
    }

    @Test
    void refuseEveryFileThatIsNoReportByName() throws IOException {
        for (var row : index()) {
            var scan = scan(Files.readAllBytes(SharedData.require("data/flex/" + row[0])));
            var kind = row[5];
            assertThat(isNamed(scan, kind))
                    .as("%s (%s): %s", row[0], kind, scan)
                    .isTrue();
        }
    }

    @Test
    void holdAsManyStatementsAsTheirIndexSays() throws IOException {
        for (var row : index()) {
            if (row[5].equals("flex")
                    && scan(Files.readAllBytes(SharedData.require("data/flex/" + row[0])))
                            instanceof Scan.Report report) {
                assertThat(report.statements()).as(row[0]).hasSize(Integer.parseInt(row[7]));
            }
        }
    }

    @Test
    void downloadedFiveTimesDifferOnlyInTheTimeOfGeneration() throws IOException {
        var ids = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("debug_flexquery_"))
                .map(ReferenceFilesTest::firstSealed)
                .toList();

        assertThat(ids).extracting(SealedStatement::id).doesNotHaveDuplicates().hasSize(5);
        assertThat(ids)
                .extracting(SealedStatement::canonicalSha256)
                .containsOnly(ids.getFirst().canonicalSha256());
    }

    private static boolean isNamed(Scan scan, String kind) {
        return switch (scan) {
            case Scan.Report _ -> kind.equals("flex");
            case Scan.Answer _ -> kind.equals("status");
            case Scan.Refused refused ->
                switch (refused.refusal().code()) {
                    case CSV_NOT_SUPPORTED -> kind.equals("csv");
                    case NOT_A_STATEMENT -> kind.equals("other");
                    case MALFORMED_XML -> kind.startsWith("malformed");
                    case NO_STATEMENTS -> kind.equals("flex");
                    default -> false;
                };
        };
    }

    private static void assertExact(Path file, byte[] bytes, Envelope envelope, Slice slice) {
        var text = new String(bytes, (int) slice.offset(), (int) slice.length(), Charset.forName(envelope.charset()));
        assertThat(text).as("%s %s", file, slice).startsWith("<FlexStatement");
        assertThat(text.endsWith("</FlexStatement>") || text.endsWith("/>"))
                .as("%s %s", file, slice)
                .isTrue();
    }

    private static SealedStatement firstSealed(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            var found = ((Scan.Report) scan(bytes)).statements().getFirst();
            assertThat(found).isInstanceOf(Identified.class);
            try (var sealer = new StatementSealer(new ByteArrayInputStream(bytes), 1 << 24)) {
                return sealer.seal(found.slice());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Scan scan(byte[] bytes) throws IOException {
        return StatementScanner.scan(
                new ByteArrayInputStream(bytes), Instant.parse("2026-01-01T00:00:00Z"), ScanLimits.DEFAULT);
    }

    private static List<String[]> index() throws IOException {
        return Files.readAllLines(SharedData.require("data/flex/INDEX.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.require("data/flex"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
