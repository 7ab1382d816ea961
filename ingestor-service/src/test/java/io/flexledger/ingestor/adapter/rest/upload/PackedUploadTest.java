package io.flexledger.ingestor.adapter.rest.upload;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class PackedUploadTest {

    @Test
    void gzipIsUnpackedAndKeptAsItCame() throws IOException {
        var file = gzip(newReport(newAccount()));

        post(file)
                .statusCode(201)
                .body("file.sha256", equalTo(Sha256.of(file)))
                .body("file.size", equalTo(file.length))
                .body("statements.outcome", contains("NEW"));
    }

    @Test
    void packingTheSameReportMakesNothingNew() throws IOException {
        var file = newReport(newAccount());
        post(file).statusCode(201);

        post(gzip(file)).statusCode(200).body("deduplicated", equalTo(true));
    }

    @Test
    void zipGivesAllItsDocuments() throws IOException {
        var file = zip(Map.of("a.xml", newReport(newAccount()).getBytes(UTF_8)));

        post(file)
                .statusCode(201)
                .body("statements.entry", contains("a.xml"))
                .body("statements.outcome", contains("NEW"));
    }

    @Test
    void badDocumentOfAZipCostsTheOthersNothing() throws IOException {
        var file = zip(Map.of(
                "good.xml", newReport(newAccount()).getBytes(UTF_8),
                "page.xml", "<html></html>".getBytes(UTF_8),
                "inner.xml.gz", gzip("<a/>")));

        var answer = post(file).statusCode(201).body("statements.entry", contains("good.xml"));

        answer.body("problems.find { it.entry == 'page.xml' }.code", equalTo("HTML_PAGE"))
                .body("problems.find { it.entry == 'inner.xml.gz' }.code", equalTo("ZIP_NESTED"));
    }

    @Test
    void damagedPackingIsNamed() throws IOException {
        post(Arrays.copyOf(gzip(newReport(newAccount())), 60)).statusCode(422).body("code", equalTo("GZIP_DAMAGED"));
        post(Arrays.copyOf(zip(Map.of("a.xml", newReport(newAccount()).getBytes(UTF_8))), 60))
                .statusCode(422)
                .body("code", equalTo("ZIP_DAMAGED"));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
