package io.flexledger.realtime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class RealtimeSmokeTest {

    private final Pool pool;

    @Inject
    RealtimeSmokeTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void isReadyWithARealDatabaseAndBroker() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.status", everyItem(equalTo("UP")))
                .body(
                        "checks.name",
                        hasItems("Reactive PostgreSQL connections health check", "Kafka connection health check"));
    }

    @Test
    void theGatewayIsOffAndSaysSo() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'gateway' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'gateway' }.data.state", equalTo("disabled"));
    }

    @Test
    void aThreadThatIsGoneIsAReasonToStartAnew() {
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("gateway"));
    }

    @Test
    void worksInItsOwnSchema() {
        String schema = pool.query("select current_schema()")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);

        assertThat(schema).isEqualTo("realtime");
    }

    @Test
    void describesItsApi() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("info.title", equalTo("Flexledger realtime-gateway-service"));
    }

    @Test
    void answersInProblemJson() {
        given().get("/no-such-page")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }

    @Test
    void publishesMetrics() {
        given().get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }
}
