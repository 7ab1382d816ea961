package io.flexledger.web.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class ProblemTest {

    @Test
    void aCallersMistakeHasACodeAndANextStep() {
        given().get("/provoke/caller")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:flexledger:problem:run-not-found"))
                .body("title", equalTo("Run not found"))
                .body("status", equalTo(404))
                .body("detail", equalTo("no run 7"))
                .body("code", equalTo("RUN_NOT_FOUND"))
                .body("nextStep", equalTo("List the runs and take an id from there."));
    }

    @Test
    void aMistakeOfOursSaysNothingButItsNumber() {
        given().get("/provoke/bug")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("$", aMapWithSize(3))
                .body("title", equalTo("Internal error"))
                .body("status", equalTo(500))
                .body("instance", startsWith("urn:uuid:"));
    }

    @Test
    void anOutageAsksTheCallerToComeBack() {
        given().get("/provoke/outage")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("UNAVAILABLE"))
                .body(not(containsString("db.internal")));
    }
}
