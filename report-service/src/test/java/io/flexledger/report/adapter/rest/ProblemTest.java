package io.flexledger.report.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class ProblemTest {

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
}
