package io.flexledger.ingestor.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnwrappingTest {

    @Test
    void wrappingIsToldByTheBytesAlone() throws IOException {
        assertThat(Wrapping.of("<Fle".getBytes(UTF_8))).isEqualTo(Wrapping.NONE);
        assertThat(Wrapping.of(new byte[0])).isEqualTo(Wrapping.NONE);
        assertThat(Wrapping.of(gzip("x"))).isEqualTo(Wrapping.GZIP);
        assertThat(Wrapping.of(zip(Map.of("a", "x")))).isEqualTo(Wrapping.ZIP);
        assertThat(Wrapping.of(zip(Map.of()))).isEqualTo(Wrapping.ZIP);
    }

    @Nested
    class Gzip {

        @Test
        void isUnpacked() throws IOException {
            assertThat(Gunzip.open(new ByteArrayInputStream(gzip("<a/>"))).readAllBytes())
                    .isEqualTo("<a/>".getBytes(UTF_8));
        }

        @Test
        void isRefusedWhenCut() throws IOException {
            var whole = gzip("<a/>".repeat(100));

            for (int length = 2; length < whole.length; length++) {
                var cut = Arrays.copyOf(whole, length);
                assertRefused(
                        () -> Gunzip.open(new ByteArrayInputStream(cut)).readAllBytes(), RefusalCode.GZIP_DAMAGED);
            }
        }

        @Test
        void isRefusedWhenAltered() throws IOException {
            var altered = gzip("<a/>");
            altered[altered.length - 6] ^= 1; // the checksum

            assertRefused(
                    () -> Gunzip.open(new ByteArrayInputStream(altered)).readAllBytes(), RefusalCode.GZIP_DAMAGED);
        }
    }

    @Nested
    class Zip {

        @Test
        void givesItsDocumentsInOrder() throws IOException {
            var entries = new LinkedHashMap<String, String>();
            entries.put("2025/", "");
            entries.put("2025/b.xml", "<b/>");
            entries.put("__MACOSX/._a.xml", "junk");
            entries.put(".DS_Store", "junk");
            entries.put("../../a.xml", "<a/>");

            assertThat(visited(zip(entries)))
                    .containsExactly(Map.entry("2025/b.xml", "<b/>"), Map.entry("../../a.xml", "<a/>"));
        }

        @Test
        void goesOnBehindADocumentNobodyRead() throws IOException {
            var seen = new HashMap<String, Integer>();

            ZipDocuments.visit(
                    new ByteArrayInputStream(zip(Map.of("a", "1".repeat(9_999), "b", "2"))),
                    (entry, content) -> seen.put(entry, content.read()));

            assertThat(seen).containsExactlyInAnyOrderEntriesOf(Map.of("a", (int) '1', "b", (int) '2'));
        }

        @Test
        void isRefusedWhenEmpty() {
            assertRefused(() -> visited(zip(Map.of())), RefusalCode.ZIP_EMPTY);
            assertRefused(() -> visited(zip(Map.of("a/", ""))), RefusalCode.ZIP_EMPTY);
        }

        @Test
        void isRefusedWhenCutInsideADocument() throws IOException {
            var whole = zip(Map.of("a.xml", "<a/>".repeat(100)));

            assertRefused(() -> visited(Arrays.copyOf(whole, 50)), RefusalCode.ZIP_DAMAGED);
        }

        @Test
        void isRefusedWhenEncrypted() throws IOException {
            var encrypted = zip(Map.of("a.xml", "<a/>"));
            encrypted[6] |= 1; // general purpose bit 0 of the first entry

            assertRefused(() -> visited(encrypted), RefusalCode.ZIP_ENCRYPTED);
        }

        @Test
        void isRefusedWithTooManyEntries() throws IOException {
            var entries = new HashMap<String, String>();
            for (int i = 0; i <= 1_000; i++) {
                entries.put(i + ".xml", "");
            }
            var archive = zip(entries);

            assertRefused(() -> visited(archive), RefusalCode.ZIP_TOO_MANY_ENTRIES);
        }

        private static Map<String, String> visited(byte[] archive) throws IOException {
            var documents = new LinkedHashMap<String, String>();
            ZipDocuments.visit(
                    new ByteArrayInputStream(archive),
                    (entry, content) -> documents.put(entry, new String(content.readAllBytes(), UTF_8)));
            return documents;
        }
    }

    private static void assertRefused(ThrowingCallable unwrapping, RefusalCode code) {
        assertThatThrownBy(unwrapping)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
