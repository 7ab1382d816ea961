package io.flexledger.ingestor;

import static io.flexledger.ingestor.FlexText.report;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.ingestor.artifact.SealedStatement;
import io.flexledger.ingestor.artifact.Slice;
import io.flexledger.ingestor.intake.Heap;
import io.flexledger.ingestor.intake.ScanLog.Finds;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FileSearchTest {

    private static final ScanLimits THREE_STATEMENTS = new ScanLimits(32, 10_000, 20, 100, 3);

    private final Noted noted = new Noted();

    @Nested
    class Archive {

        @Test
        void holdsNoMoreStatementsThanOneDocumentMay() throws IOException {
            var two = report().statement("U1", "20250717").statement("U1", "20250718");
            var one = report().statement("U2", "20250718");

            search(1_000_000, two, two, one);

            assertThat(noted.found).containsExactly("0.xml U1", "0.xml U1", "2.xml U2");
            assertThat(noted.refused)
                    .containsExactly(
                            "1.xml XML_LIMIT_EXCEEDED The document has more than 3 statements together with the"
                                    + " documents before it in its archive, which no report of the broker has.");
        }

        @Test
        void unpacksToNoMoreBytesThanOneDocumentMay() throws IOException {
            var one = report().statement("U1", "20250718");
            int size = one.toString().getBytes(UTF_8).length;

            search(2 * size, one, one, one);

            assertThat(noted.found).containsExactly("0.xml U1", "1.xml U1");
            assertThat(noted.refused)
                    .containsExactly(
                            "null EXPANDED_TOO_LARGE Unpacked, the file has more than %d bytes, the limit set by"
                                            .formatted(2 * size)
                                    + " ingestor.max-file-size.");
        }
    }

    private void search(int maxSize, FlexText... documents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < documents.length; i++) {
                zip.putNextEntry(new ZipEntry(i + ".xml"));
                zip.write(documents[i].toString().getBytes(UTF_8));
            }
        }
        new FileSearch(Instant.parse("2025-07-20T09:00:00Z"), Heap::of, maxSize, THREE_STATEMENTS, Set.of(), noted)
                .search(new Heap(bytes.toByteArray()));
    }

    /** What was found, as text. */
    private static final class Noted implements Finds {

        private final List<String> found = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();

        @Override
        public void statement(@Nullable String entry, Slice slice, RawArtifact artifact, SealedStatement sealed) {
            found.add(entry + " " + artifact.account());
        }

        @Override
        public void rejected(@Nullable String entry, Slice slice, @Nullable RawArtifact artifact, Refusal refusal) {
            refused(entry, refusal);
        }

        @Override
        public void refused(@Nullable String entry, Refusal refusal) {
            refused.add(entry + " " + refusal.code() + " " + refusal.detail());
        }

        @Override
        public void remarks(List<String> remarks) {
            assertThat(remarks).isEmpty();
        }
    }
}
