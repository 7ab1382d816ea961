package io.flexledger.ingestor.adapter.rest.upload;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class FormUploadTest {

    @Test
    void withOneFileIsAnsweredLikeTheFileItself() {
        var file = newReport(newAccount()).getBytes(UTF_8);

        given().multiPart("file", "größe.xml", file)
                .post("/ingestion/files")
                .then()
                .statusCode(201)
                .body("file.sha256", equalTo(Sha256.of(file)))
                .body("file.name", notNullValue())
                .body("statements.outcome", contains("NEW"));
    }

    @Test
    void withSeveralFilesIsAnsweredFileByFile() {
        var one = newReport(newAccount()).getBytes(UTF_8);
        var two = newReport(newAccount()).getBytes(UTF_8);

        given().multiPart("note", "not a file")
                .multiPart("file", "one.xml", one)
                .multiPart("file", "page.html", "<html>".getBytes(UTF_8))
                .multiPart("file", "two.xml", two)
                .post("/ingestion/files")
                .then()
                .statusCode(201)
                .body("files.file.name", contains("one.xml", "page.html", "two.xml"))
                .body("files[0].statements.outcome", contains("NEW"))
                .body("files[1].problems.code", contains("HTML_PAGE"))
                .body("files[2].file.sha256", equalTo(Sha256.of(two)));
    }

    @Test
    void keepsEveryByteOfAFileThatLooksLikeABoundary() {
        var file = "\r\n--".repeat(50_000).getBytes(UTF_8);

        given().multiPart("file", "odd.xml", file)
                .post("/ingestion/files")
                .then()
                .statusCode(422)
                .body("file.sha256", equalTo(Sha256.of(file)))
                .body("code", equalTo("NOT_XML"));
    }

    @Test
    void ofWhichNothingCouldBeTakenIsAProblem() {
        given().multiPart("file", "a.html", "<html>".getBytes(UTF_8))
                .multiPart("file", "b.csv", "a,b,c\n1,2,3\n".getBytes(UTF_8))
                .post("/ingestion/files")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("HTML_PAGE"))
                .body("files.problems.flatten().code", contains("HTML_PAGE", "CSV_NOT_SUPPORTED"));
    }

    @Test
    void withoutAFileIsTheCallersMistake() {
        given().multiPart("note", "not a file")
                .post("/ingestion/files")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_MULTIPART"));
        post("multipart/form-data", "x".getBytes(UTF_8)).statusCode(400).body("code", equalTo("INVALID_MULTIPART"));
    }

    @Test
    void withoutEndInItsHeadersIsNotCollected() {
        var endless = "--xyz\r\nContent-Disposition: form-data; name=\"" + "x".repeat(3_000_000);

        post("multipart/form-data; boundary=xyz", endless.getBytes(UTF_8))
                .statusCode(400)
                .body("code", equalTo("INVALID_MULTIPART"));
    }

    @Test
    void thatBreaksOffIsTheCallersMistake() {
        post("multipart/form-data; boundary=xyz", part("a.xml", "<a/>").getBytes(UTF_8))
                .statusCode(400)
                .body("code", equalTo("UPLOAD_INTERRUPTED"));
    }

    @Test
    void thatBreaksOffKeepsTheFilesBefore() {
        var whole = newReport(newAccount());

        var answer = post(
                        "multipart/form-data; boundary=xyz",
                        (part("whole.xml", whole) + part("cut.xml", "<a/>")).getBytes(UTF_8))
                .statusCode(400)
                .body("code", equalTo("UPLOAD_INTERRUPTED"))
                .body("files[0].statements.outcome", contains("NEW"))
                .body("files[1].problems.code", contains("UPLOAD_INTERRUPTED"))
                .extract();

        given().get("/ingestion/files/" + Sha256.of(whole.getBytes(UTF_8)))
                .then()
                .statusCode(200);
        given().get("/ingestion/runs/" + answer.path("files[1].run"))
                .then()
                .body("status", equalTo("failed"))
                .body("error_code", equalTo("UPLOAD_INTERRUPTED"));
    }

    private static String part(String name, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, content);
    }
}
