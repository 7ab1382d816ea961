package io.flexledger.web.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.testing.StackResource;
import io.flexledger.web.health.ComponentHealth.Finding;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.ConnectException;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class HealthResourceTest {

    @AfterEach
    void mend() {
        SwitchedHealth.mend();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/health"})
    void namesWhatIsRequiredAndNothingElse(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo("UP"))
                .body("components", aMapWithSize(2))
                .body("components.database", equalTo("UP"))
                .body("components.engine", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/health"})
    void saysWhichPartIsMissing(String path) {
        SwitchedHealth.engine = () -> Finding.down(Instant.now(), "on fire");

        given().get(path)
                .then()
                .statusCode(503)
                .contentType("application/json")
                .body("status", equalTo("DOWN"))
                .body("components.engine", equalTo("DOWN"))
                .body("components.database", equalTo("UP"));
    }

    @Test
    void detailTellsTheAgeOfEachFinding() {
        given().get("/api/health/detailed")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("components", aMapWithSize(4))
                .body("components.database.status", equalTo("UP"))
                .body("components.database.ageSeconds", lessThan(5))
                .body("components.kafka.status", equalTo("UP"))
                .body("components.kafka.ageSeconds", lessThan(5))
                .body("components.flex.status", equalTo("UP"))
                .body("components.flex.ageSeconds", allOf(greaterThanOrEqualTo(90), lessThan(100)));
    }

    @Test
    void serviceIsDegradedWithoutWhatItCanDoWithout() {
        SwitchedHealth.flex = () -> Finding.down(Instant.now(), "error 1018");

        given().get("/api/health/detailed")
                .then()
                .statusCode(200)
                .body("status", equalTo("DEGRADED"))
                .body("components.flex.status", equalTo("DOWN"))
                .body("components.flex.detail", equalTo("error 1018"));
        given().get("/health").then().statusCode(200);
    }

    @Test
    void beingDisabledIsNoFault() {
        SwitchedHealth.flex = () -> Finding.disabled("no token");

        given().get("/api/health/detailed")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("components.flex.status", equalTo("DISABLED"))
                .body("components.flex.ageSeconds", nullValue());
    }

    @Test
    void failureToFindOutIsToldByItsNameOnly() {
        SwitchedHealth.engine = () -> {
            throw new CompletionException(new ConnectException("Connection refused: secret.internal:5432"));
        };

        given().get("/api/health/detailed")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("components.engine.detail", equalTo("ConnectException"))
                .body(not(containsString("secret.internal")));
    }
}
