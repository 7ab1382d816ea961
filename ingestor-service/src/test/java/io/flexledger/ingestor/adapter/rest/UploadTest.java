package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class UploadTest {

    @Test
    void newFileIsAnsweredWithItsPlaceAndItsStatements() {
        var account = newAccount();
        var file = newReport(account);
        var statement = file.substring(file.indexOf("<FlexStatement "), file.indexOf("</FlexStatements>") - 1);

        given().contentType("text/xml")
                .body(file.getBytes(UTF_8))
                .queryParam("name", "C:\\Downloads\\daily.xml")
                .post("/ingestion/files")
                .then()
                .statusCode(201)
                .body("run", greaterThan(0))
                .body("file.sha256", equalTo(Sha256.of(file.getBytes(UTF_8))))
                .body("file.size", equalTo(file.getBytes(UTF_8).length))
                .body("file.name", equalTo("daily.xml"))
                .body("file.origin", equalTo("UPLOAD"))
                .body("file.receivedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("file.position", greaterThan(0))
                .body("file.link", matchesPattern("[0-9a-f]{64}"))
                .body("statements", hasSize(1))
                .body("statements[0].artifact", equalTo(Sha256.of(statement.getBytes(UTF_8))))
                .body("statements[0].account", equalTo(account))
                .body("statements[0].query", equalTo("Daily"))
                .body("statements[0].kind", equalTo("AF"))
                .body("statements[0].from", equalTo("2025-07-18"))
                .body("statements[0].to", equalTo("2025-07-18"))
                .body("statements[0].period", equalTo("LastBusinessDay"))
                .body("statements[0].generatedAt", equalTo("2025-07-19T08:27:00Z"))
                .body("statements[0].byteOffset", equalTo(file.indexOf("<FlexStatement ")))
                .body("statements[0].byteLength", equalTo(statement.getBytes(UTF_8).length))
                .body("statements[0].outcome", equalTo("NEW"))
                .body("statements[0].duplicateOf", nullValue())
                .body("statements[0].problem", nullValue())
                .body("problems", empty())
                .body("remarks", empty())
                .body("deduplicated", equalTo(false));
    }

    @Test
    void sameFileAgainChangesNothing() {
        var file = newReport(newAccount());
        var first = post(file).statusCode(201).extract();

        post(file)
                .statusCode(200)
                .body("deduplicated", equalTo(true))
                .body("file.position", equalTo(first.<Integer>path("file.position")))
                .body("file.link", equalTo(first.path("file.link")))
                .body("statements[0].outcome", equalTo("DUPLICATE"))
                .body("statements[0].duplicateOf", equalTo(first.path("statements[0].artifact")));
    }

    @Test
    void fileThatDiffersOnlyInTheTimeOfGenerationIsKeptButNothingInItIsNew() {
        var account = newAccount();
        var first = post(report().statement(statementOf(account, "20250718", "20250719;042700", "<T/>"))
                        .toString())
                .statusCode(201)
                .extract();

        post(report().statement(statementOf(account, "20250718", "20250720;010203 EDT", "<T/>"))
                        .toString())
                .statusCode(200)
                .body("deduplicated", equalTo(true))
                .body("file.position", greaterThan(first.<Integer>path("file.position")))
                .body("statements[0].outcome", equalTo("DUPLICATE"))
                .body("statements[0].duplicateOf", equalTo(first.path("statements[0].artifact")));
    }

    @Test
    void sameContentUnderAnotherQueryIsNew() {
        var account = newAccount();
        post(report().query("A")
                        .statement(statementOf(account, "20250718", "1", "<T/>"))
                        .toString())
                .statusCode(201);

        post(report().query("B")
                        .statement(statementOf(account, "20250718", "2", "<T/>"))
                        .toString())
                .statusCode(201);
    }

    @Test
    void onlyTheNewStatementsOfAFileAreNew() {
        var account = newAccount();
        post(report().statement(account, "20250717").toString()).statusCode(201);

        post(report().statement(account, "20250717")
                        .statement(account, "20250718")
                        .toString())
                .statusCode(201)
                .body("deduplicated", equalTo(false))
                .body("statements.outcome", contains("DUPLICATE", "NEW"));
    }

    @Test
    void statementThatStandsTwiceInAFileIsNewOnce() {
        var account = newAccount();

        post(report().statement(account, "20250718")
                        .statement(account, "20250718")
                        .toString())
                .statusCode(201)
                .body("statements.outcome", contains("NEW", "DUPLICATE"));
    }

    @Test
    void everyStatementOfAMonthIsTaken() {
        var account = newAccount();
        var file = report();
        for (int day = 1; day <= 23; day++) {
            file.statement(account, "202507%02d".formatted(day));
        }

        post(file.toString())
                .statusCode(201)
                .body("statements", hasSize(23))
                .body("statements.outcome", everyItem(equalTo("NEW")))
                .body("statements[22].from", equalTo("2025-07-23"));
    }

    @Test
    void statementsOfTwoAccountsAreTaken() {
        var one = newAccount();
        var two = newAccount();

        post(report().statement(one, "20250718").statement(two, "20250718").toString())
                .statusCode(201)
                .body("statements.account", contains(one, two));
    }

    @Test
    void statementWithoutAccountIsRejectedAlone() {
        post(report().statement(statementOf("", "20250718", "20250719", "<T/>"))
                        .statement(newAccount(), "20250718")
                        .toString())
                .statusCode(201)
                .body("statements.outcome", contains("REJECTED", "NEW"))
                .body("statements[0].artifact", nullValue())
                .body("statements[0].problem.code", equalTo("MISSING_ACCOUNT"))
                .body("statements[0].problem.type", equalTo("urn:flexledger:problem:missing-account"))
                .body("statements[0].problem.nextStep", notNullValue());
    }

    @Test
    void nameComesFromTheDispositionToo() {
        given().contentType("application/xml")
                .header("Content-Disposition", "attachment; filename=\"july.xml\"")
                .body(newReport(newAccount()).getBytes(UTF_8))
                .post("/ingestion/files")
                .then()
                .statusCode(201)
                .body("file.name", equalTo("july.xml"));
    }

    @Test
    void curlsDefaultMediaTypeIsAFileLikeAnyOther() {
        post("application/x-www-form-urlencoded", newReport(newAccount()).getBytes(UTF_8))
                .statusCode(201)
                .body("statements.outcome", contains("NEW"));
    }

    @Nested
    class Packed {

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
            post(Arrays.copyOf(gzip(newReport(newAccount())), 60))
                    .statusCode(422)
                    .body("code", equalTo("GZIP_DAMAGED"));
            post(Arrays.copyOf(zip(Map.of("a.xml", newReport(newAccount()).getBytes(UTF_8))), 60))
                    .statusCode(422)
                    .body("code", equalTo("ZIP_DAMAGED"));
        }
    }

    @Nested
    class Form {

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
        void thatBreaksOffIsTheCallersMistake() {
            var part = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\n\r\n<a/>";

            post("multipart/form-data; boundary=xyz", part.getBytes(UTF_8))
                    .statusCode(400)
                    .body("code", equalTo("UPLOAD_INTERRUPTED"));
        }
    }

    @Nested
    class RefusedFile {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | EMPTY_FILE",
                    "<html><body>Log in</body></html> | HTML_PAGE",
                    "<!DOCTYPE html><html/> | HTML_PAGE",
                    "\"ClientAccountID\",\"Symbol\",\"Quantity\" | CSV_NOT_SUPPORTED",
                    "hello | NOT_XML",
                    "<Trades/> | NOT_A_STATEMENT",
                    "<FlexQueryResponse/> | NO_STATEMENTS",
                    "<FlexQueryResponse><FlexStatements> | TRUNCATED_XML",
                    "<FlexQueryResponse><a></b></FlexQueryResponse> | MALFORMED_XML",
                    "<!DOCTYPE a [<!ENTITY b 'c'>]><FlexQueryResponse>&b;</FlexQueryResponse> | DTD_REFUSED",
                    "<?xml version='1.0' encoding='UTF-16'?><FlexQueryResponse/> | UNSUPPORTED_ENCODING",
                    "<FlexStatementResponse><Status>Warn</Status><ErrorCode>1019</ErrorCode></FlexStatementResponse> | FLEX_ERROR_ANSWER"
                })
        void isNamedKeptAndListed(String body, String code) {
            var bytes = body.getBytes(UTF_8);

            var answer = post(bytes)
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body(
                            "type",
                            equalTo("urn:flexledger:problem:"
                                    + code.toLowerCase(Locale.ROOT).replace('_', '-')))
                    .body("title", notNullValue())
                    .body("status", equalTo(422))
                    .body("detail", notNullValue())
                    .body("code", equalTo(code))
                    .body("nextStep", notNullValue())
                    .body("file.sha256", equalTo(Sha256.of(bytes)))
                    .body("statements", empty())
                    .extract();

            var kept = given().get("/ingestion/files/" + answer.path("file.sha256") + "/content");
            assertThat(kept.asByteArray()).isEqualTo(bytes);
            given().get("/ingestion/files/" + answer.path("file.sha256"))
                    .then()
                    .statusCode(200)
                    .body("problems.code", contains(code));
            given().get("/ingestion/runs/" + answer.path("run"))
                    .then()
                    .body("status", equalTo("failed"))
                    .body("error_code", equalTo(code));
        }

        @Test
        void saysWhereItBreaksOff() {
            var whole = newReport(newAccount());
            var cut = whole.substring(0, whole.indexOf("</FlexStatements>"));

            post(cut)
                    .statusCode(422)
                    .body("code", equalTo("TRUNCATED_XML"))
                    .body("byteOffset", equalTo(cut.getBytes(UTF_8).length))
                    .body("detail", containsString("The last complete statement is number 1"));
        }

        @Test
        void leavesNothingOfItBehindButTheBytes() {
            var account = newAccount();
            var whole = report().statement(account, "20250717")
                    .statement(account, "20250718")
                    .toString();
            post(whole.substring(0, whole.length() - 30)).statusCode(422);

            post(whole).statusCode(201).body("statements.outcome", contains("NEW", "NEW"));
        }

        @Test
        void isAProblemWhenAllItsStatementsAreRejected() {
            post(report().statement("<FlexStatement accountId='U1'/>").toString())
                    .statusCode(422)
                    .body("code", equalTo("MISSING_PERIOD"))
                    .body("statements[0].outcome", equalTo("REJECTED"))
                    .body("statements[0].problem.code", equalTo("MISSING_PERIOD"));
        }
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
