package io.flexledger.ingestor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
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
class IngestorSmokeTest implements EveryService {

    private final Pool pool;

    @Inject
    IngestorSmokeTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void worksInItsOwnSchema() {
        String schema = pool.query("select current_schema()")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);

        assertThat(schema).isEqualTo("ingest");
    }

    @Test
    void describesItsApi() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("info.title", equalTo("Flexledger ingestor-service"));
    }

    @Test
    void describesEveryEndpoint() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/ingestion/files",
                                "/ingestion/files/{sha256}",
                                "/ingestion/files/{sha256}/content",
                                "/ingestion/artifacts/{id}",
                                "/ingestion/artifacts/{id}/content",
                                "/ingestion/problems",
                                "/ingestion/chain",
                                "/ingestion/runs",
                                "/ingestion/runs/{id}"))
                .body("paths.'/ingestion/files'.post.responses.keySet()", hasItems("200", "201", "413", "422"))
                .body("paths.'/ingestion/runs/{id}'.patch.responses.keySet()", hasItems("200", "404", "412", "428"));
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
    void countsItsRuns() {
        given().body("no report").contentType("text/plain").post("/ingestion/files");

        given().get("/metrics")
                .then()
                .body(containsString("ledger_ingest_runs_total{status=\"failed\"}"))
                .body(containsString("ledger_ingest_duration_seconds_count"));
    }

    @Test
    void tellsWhereToStart() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("name", equalTo("ingestor-service"))
                .body("version", matchesPattern("\\d+\\.\\d+\\.\\d+.*"))
                .body("links.files", equalTo("/ingestion/files"))
                .body("links.health", equalTo("/api/health"));
    }
}
