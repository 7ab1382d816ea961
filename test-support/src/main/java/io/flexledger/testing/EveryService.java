package io.flexledger.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators find at every service, whichever it is. A service's smoke test implements it. */
public interface EveryService {

    @Test
    default void isReadyWithARealDatabaseAndBroker() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.status", everyItem(equalTo("UP")))
                .body(
                        "checks.name",
                        hasItems("Reactive PostgreSQL connections health check", "Kafka connection health check"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/health"})
    default void isHealthyWhileItsDatabaseAnswers(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("status", equalTo("UP"))
                .body("components.database", equalTo("UP"));
    }

    @Test
    default void tellsTheAgeOfWhatItKnowsOfItsParts() {
        given().get("/api/health/detailed")
                .then()
                .statusCode(200)
                .body("components.database.status", equalTo("UP"))
                .body("components.database.ageSeconds", lessThan(5))
                .body("components.kafka.status", equalTo("UP"))
                .body("components.kafka.ageSeconds", lessThan(5));
    }

    @Test
    default void publishesMetrics() {
        given().get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    default void callsARequestWhatItsSenderCallsIt() {
        given().header("X-Request-Id", "job-7").get("/health").then().header("X-Request-Id", "job-7");
        given().get("/health").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }
}
