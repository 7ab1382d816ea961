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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class ArchiveReadTest {

    @Test
    void filesAreListedNewestFirst() {
        var first = post(newReport(newAccount())).extract().<String>path("file.sha256");
        var second = post(newReport(newAccount())).extract().<String>path("file.sha256");

        var page = given().queryParam("limit", 1)
                .get("/ingestion/files")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].sha256", equalTo(second))
                .extract();
        given().queryParam("cursor", page.<String>path("next"))
                .get("/ingestion/files")
                .then()
                .body("items[0].sha256", equalTo(first));
    }

    @Test
    void pageAndLimitAreChecked() {
        given().queryParam("limit", "0")
                .get("/ingestion/files")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PAGINATION"));
        given().queryParam("limit", "x").get("/ingestion/files").then().statusCode(400);
        given().queryParam("limit", "9999").get("/ingestion/files").then().statusCode(200);
        given().queryParam("cursor", "1;drop").get("/ingestion/files").then().statusCode(400);
        given().queryParam("cursor", "7").get("/ingestion/problems").then().statusCode(400);
    }

    @Test
    void fileIsFoundWithWhatIsInIt() {
        var account = newAccount();
        var file = report().statement(account, "20250717")
                .statement(account, "20250717")
                .statement(statementOf("", "20250718", "1", ""))
                .toString();
        var sha256 = post(file).statusCode(201).extract().<String>path("file.sha256");
        post(file).statusCode(200);

        given().get("/ingestion/files/" + sha256)
                .then()
                .statusCode(200)
                .body("run", nullValue())
                .body("file.sha256", equalTo(sha256))
                .body("statements.outcome", contains("NEW", "DUPLICATE", "REJECTED"))
                .body("statements[1].duplicateOf", matchesPattern("[0-9a-f]{64}"))
                .body("statements[2].problem.code", equalTo("MISSING_ACCOUNT"))
                .body("deduplicated", equalTo(false));
    }

    @Test
    void unknownFileIsNotFound() {
        var unknown = "0".repeat(64);
        given().get("/ingestion/files/" + unknown).then().statusCode(404).body("code", equalTo("FILE_NOT_FOUND"));
        given().get("/ingestion/files/" + unknown + "/content")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void statementIsFoundWithWhereItCameFrom() {
        var account = newAccount();
        var posted = post(newReport(account)).extract();

        given().get("/ingestion/artifacts/" + posted.path("statements[0].artifact"))
                .then()
                .statusCode(200)
                .body("artifact", equalTo(posted.path("statements[0].artifact")))
                .body("account", equalTo(account))
                .body("query", equalTo("Daily"))
                .body("kind", equalTo("AF"))
                .body("from", equalTo("2025-07-18"))
                .body("to", equalTo("2025-07-18"))
                .body("period", equalTo("LastBusinessDay"))
                .body("generatedAt", equalTo("2025-07-19T08:27:00Z"))
                .body("charset", equalTo("UTF-8"))
                .body("size", equalTo(posted.<Integer>path("statements[0].byteLength")))
                .body("canonicalSha256", matchesPattern("[0-9a-f]{64}"))
                .body("file", equalTo(posted.path("file.sha256")))
                .body("statement", equalTo(1));
    }

    @Test
    void unknownStatementIsNotFound() {
        given().get("/ingestion/artifacts/" + "0".repeat(64))
                .then()
                .statusCode(404)
                .body("code", equalTo("ARTIFACT_NOT_FOUND"));
        given().get("/ingestion/artifacts/nonsense").then().statusCode(404).body("code", equalTo("ARTIFACT_NOT_FOUND"));
        given().get("/ingestion/artifacts/" + "0".repeat(64) + "/content")
                .then()
                .statusCode(404);
    }

    @RepeatedTest(8)
    void bytesComeBackAsTheyWere(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        var rows = new StringBuilder();
        int size = 1 << (3 * repetition.getCurrentRepetition() - 3); // to two megabytes of text that compresses badly
        while (rows.length() < size) {
            rows.append("<T a='").append(Long.toHexString(random.nextLong())).append("€'/>\r\n");
        }
        var file = report().statement(statementOf(newAccount(), "20250718", "1", rows.toString()))
                .toString()
                .getBytes(UTF_8);
        var posted = post(file).statusCode(201).extract();

        var content = given().get("/ingestion/files/" + posted.path("file.sha256") + "/content");
        assertThat(content.asByteArray()).isEqualTo(file);
        assertThat(content.header("ETag")).isEqualTo('"' + Sha256.of(file) + '"');
        assertThat(content.header("Content-Length")).isEqualTo(Integer.toString(file.length));

        var statement = given().get("/ingestion/artifacts/" + posted.path("statements[0].artifact") + "/content");
        assertThat(statement.contentType()).isEqualTo("application/xml; charset=UTF-8");
        assertThat(Sha256.of(statement.asByteArray())).isEqualTo(posted.path("statements[0].artifact"));
        assertThat(statement.asByteArray()).hasSize(posted.<Integer>path("statements[0].byteLength"));
    }

    @Test
    void problemsAreListedNewestFileFirst() {
        var first = post("first problem of " + newAccount())
                .statusCode(422)
                .extract()
                .<String>path("file.sha256");
        var second = post(report().statement("<FlexStatement accountId='" + newAccount() + "'/>")
                        .statement(statementOf("", "20250718", "1", ""))
                        .toString())
                .statusCode(422)
                .extract()
                .<String>path("file.sha256");

        var page = given().queryParam("limit", 2)
                .get("/ingestion/problems")
                .then()
                .statusCode(200)
                .body("items.file", contains(second, second))
                .body("items.statement", contains(1, 2))
                .body("items.problem.code", contains("MISSING_PERIOD", "MISSING_ACCOUNT"))
                .body("items[0].foundAt", matchesPattern(".*Z"))
                .body("items[0].size", greaterThan(0))
                .extract();
        given().queryParam("cursor", page.<String>path("next"))
                .get("/ingestion/problems")
                .then()
                .body("items[0].file", equalTo(first))
                .body("items[0].statement", nullValue())
                .body("items[0].problem.code", equalTo("NOT_XML"))
                .body("items[0].problem.type", equalTo("urn:flexledger:problem:not-xml"));
    }
}
