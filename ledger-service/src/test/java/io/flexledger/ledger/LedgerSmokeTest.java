package io.flexledger.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.testing.EveryService;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class LedgerSmokeTest implements EveryService {

    private final Pool pool;

    @Inject
    LedgerSmokeTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void worksInItsOwnSchema() {
        String schema = pool.query("select current_schema()")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);

        assertThat(schema).isEqualTo("ledger");
    }

    @Test
    void describesItsApi() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("info.title", equalTo("Flexledger ledger-service"));
    }

    @Test
    void answersInProblemJson() {
        given().get("/no-such-page")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }
}
