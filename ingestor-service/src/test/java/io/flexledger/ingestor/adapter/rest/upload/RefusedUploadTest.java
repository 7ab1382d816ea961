package io.flexledger.ingestor.adapter.rest.upload;

import static io.flexledger.ingestor.FlexText.report;
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
import static org.hamcrest.Matchers.notNullValue;

import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class RefusedUploadTest {

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
