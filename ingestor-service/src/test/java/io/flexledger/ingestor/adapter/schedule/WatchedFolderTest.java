package io.flexledger.ingestor.adapter.schedule;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.Intake;
import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.Settings;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(StackResource.class)
class WatchedFolderTest {

    private final Intake intake;

    @TempDir
    private Path directory = Path.of("");

    @Inject
    WatchedFolderTest(Intake intake) {
        this.intake = intake;
    }

    @Test
    void fileIsTakenWhenItDidNotChangeBetweenTwoLooks() throws IOException {
        var file = newReport(newAccount());
        Files.writeString(directory.resolve("daily.xml"), file);
        var folder = folder();

        folder.look();
        assertThat(names()).containsExactly("daily.xml");

        folder.look();
        assertThat(names()).containsExactly(done("daily.xml"));
        given().get("/ingestion/files/" + Sha256.of(file.getBytes(UTF_8)))
                .then()
                .body("file.origin", equalTo("FOLDER"))
                .body("file.name", equalTo("daily.xml"))
                .body("statements.outcome", contains("NEW"));
        assertThat(Files.readString(directory.resolve(done("daily.xml")))).isEqualTo(file);
    }

    @Test
    void fileThatIsStillWrittenToIsLeftAlone() throws IOException {
        var file = newReport(newAccount());
        var half = file.length() / 2;
        Files.writeString(directory.resolve("slow.xml"), file.substring(0, half));
        var folder = folder();
        folder.look();
        Files.writeString(directory.resolve("slow.xml"), file);

        folder.look();
        assertThat(names()).containsExactly("slow.xml");

        folder.look();
        assertThat(names()).containsExactly(done("slow.xml"));
    }

    @Test
    void anotherStartFindsWhatLiesThere() throws IOException {
        Files.writeString(directory.resolve("a.xml"), newReport(newAccount()));
        folder().look();

        var restarted = folder();
        restarted.look();
        assertThat(names()).containsExactly("a.xml");
        restarted.look();
        assertThat(names()).containsExactly(done("a.xml"));
    }

    @Test
    void packedFilesAreTaken() throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(directory.resolve("A.XML.GZ")))) {
            gzip.write(newReport(newAccount()).getBytes(UTF_8));
        }
        Files.write(directory.resolve("b.zip"), zip(newReport(newAccount())));

        lookTwice();

        assertThat(names()).containsExactlyInAnyOrder(done("A.XML.GZ"), done("b.zip"));
    }

    @Test
    void rejectedFileHasItsReasonBesideIt() throws IOException {
        Files.writeString(directory.resolve("page.xml"), "<html>" + newAccount() + "</html>");

        lookTwice();

        assertThat(names()).containsExactlyInAnyOrder("rejected/page.xml", "rejected/page.xml.problem.json");
        var problem = json("rejected/page.xml.problem.json").get("problems").get(0);
        assertThat(problem.get("code").asText()).isEqualTo("HTML_PAGE");
        assertThat(problem.get("type").asText()).isEqualTo("urn:flexledger:problem:html-page");
        assertThat(problem.get("nextStep").asText()).isNotEmpty();
        assertThat(json("rejected/page.xml.problem.json").get("file").asText())
                .isEqualTo(Sha256.of(Files.readAllBytes(directory.resolve("rejected/page.xml"))));
    }

    @Test
    void fileOfWhichAPartWasRejectedIsDoneWithTheReasonBesideIt() throws IOException {
        Files.writeString(
                directory.resolve("part.xml"),
                report().statement(newAccount(), "20250718")
                        .statement(statementOf("", "20250718", "1", ""))
                        .toString());

        lookTwice();

        assertThat(names()).containsExactlyInAnyOrder(done("part.xml"), done("part.xml.problem.json"));
        assertThat(json(done("part.xml.problem.json"))
                        .get("problems")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("MISSING_ACCOUNT");
    }

    @Test
    void fileThatIsTooLargeIsRejected() throws IOException {
        Files.writeString(directory.resolve("large.xml"), newReport(newAccount()));
        try (var channel = Files.newByteChannel(directory.resolve("large.xml"), StandardOpenOption.WRITE)) {
            channel.position(256L << 20).write(ByteBuffer.wrap(new byte[1])); // a hole, which takes no room on the disk
        }

        lookTwice();

        assertThat(names()).containsExactlyInAnyOrder("rejected/large.xml", "rejected/large.xml.problem.json");
        assertThat(json("rejected/large.xml.problem.json")
                        .get("problems")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("FILE_TOO_LARGE");
        assertThat(json("rejected/large.xml.problem.json").has("file")).isFalse();
    }

    @Test
    void secondFileOfANameIsKeptBesideTheFirst() throws IOException {
        Files.writeString(directory.resolve("daily.xml"), newReport(newAccount()));
        lookTwice();
        Files.writeString(directory.resolve("daily.xml"), newReport(newAccount()));
        lookTwice();

        assertThat(names()).containsExactlyInAnyOrder(done("daily.xml"), done("2-daily.xml"));
    }

    @Test
    void whatIsNoStatementFileIsNotTouched() throws IOException {
        Files.writeString(directory.resolve("readme.txt"), "x");
        Files.writeString(directory.resolve(".hidden.xml"), "<html/>");
        Files.createDirectories(directory.resolve("folder.xml"));

        lookTwice();

        assertThat(names()).containsExactlyInAnyOrder("readme.txt", ".hidden.xml");
    }

    @Test
    void symbolicLinksAreNotFollowed(@TempDir Path elsewhere) throws IOException {
        var secret = Files.writeString(elsewhere.resolve("secret.xml"), newReport(newAccount()));
        Files.createSymbolicLink(directory.resolve("link.xml"), secret);

        lookTwice();

        assertThat(Files.isSymbolicLink(directory.resolve("link.xml"))).isTrue();
        assertThat(secret).exists();
        given().get("/ingestion/files/" + Sha256.of(Files.readAllBytes(secret)))
                .then()
                .statusCode(404);
    }

    @Test
    void nothingIsWatchedWithoutADirectory() throws IOException {
        Files.writeString(directory.resolve("daily.xml"), newReport(newAccount()));
        var folder = new WatchedFolder(Settings.of(IngestorConfig.class, Map.of()), intake);

        folder.look();
        folder.look();

        assertThat(names()).containsExactly("daily.xml");
    }

    private void lookTwice() {
        var folder = folder();
        folder.look();
        folder.look();
    }

    private WatchedFolder folder() {
        var values = Map.of("ingestor.watch.directory", directory.toString());
        return new WatchedFolder(Settings.of(IngestorConfig.class, values), intake);
    }

    private static String done(String name) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return "done/%04d/%02d/%s".formatted(today.getYear(), today.getMonthValue(), name);
    }

    private JsonNode json(String name) throws IOException {
        return ContractJson.MAPPER.readTree(directory.resolve(name).toFile());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> directory.relativize(file).toString())
                    .toList();
        }
    }

    private static byte[] zip(String file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            zip.write(file.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
