package io.flexledger.ingestor.adapter.rest.upload;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
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
import org.junit.jupiter.api.Test;

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
}
