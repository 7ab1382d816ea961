package io.flexledger.ingestor.adapter.rest.run;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class RunResourceTest {

    @Test
    void runIsTheRecordOfOneFile() {
        var posted = given().queryParam("name", "run.xml")
                .body(newReport(newAccount()).getBytes(UTF_8))
                .contentType("application/xml")
                .post("/ingestion/files")
                .then()
                .statusCode(201)
                .extract();

        given().get("/ingestion/runs/" + posted.path("run"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("$", aMapWithSize(30))
                .body("run_id", equalTo(posted.<Integer>path("run")))
                .body("run_type", equalTo("manual"))
                .body("origin", equalTo("UPLOAD"))
                .body("status", equalTo("success"))
                .body("file_name", equalTo("run.xml"))
                .body("file_sha256", equalTo(posted.path("file.sha256")))
                .body("started_at_utc", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("ended_at_utc", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("duration_ms", greaterThanOrEqualTo(0))
                .body("new_count", equalTo(1))
                .body("duplicate_count", equalTo(0))
                .body("rejected_count", equalTo(0))
                .body("error_code", nullValue())
                .body("error_message", nullValue())
                .body("note", nullValue())
                .body("query", nullValue())
                .body("missing_sections", hasSize(0))
                .body("diagnostics", hasSize(0))
                .body("version", equalTo(1));
    }

    @Test
    void unknownRunIsNotFound() {
        given().get("/ingestion/runs/0").then().statusCode(404).body("code", equalTo("RUN_NOT_FOUND"));
        given().get("/ingestion/runs/x").then().statusCode(404).body("code", equalTo("RUN_NOT_FOUND"));
    }

    @Nested
    class Listed {

        @Test
        void newestFirstInTheEnvelopeOfAllLists() {
            var first = post(newReport(newAccount())).extract().<Integer>path("run");
            var second = post("no report").extract().<Integer>path("run");

            given().queryParam("limit", 2)
                    .get("/ingestion/runs")
                    .then()
                    .statusCode(200)
                    .body("$", aMapWithSize(4))
                    .body("items.run_id", contains(second, first))
                    .body("page.limit", equalTo(2))
                    .body("page.offset", equalTo(0))
                    .body("page.returned", equalTo(2))
                    .body("page.total", greaterThanOrEqualTo(2))
                    .body("page.applied_limit", equalTo(2))
                    .body("sort.sort_by", equalTo("started_at_utc"))
                    .body("sort.sort_dir", equalTo("desc"))
                    .body("filters", aMapWithSize(0));
        }

        @Test
        void pageByPage() {
            post(newReport(newAccount()));
            post(newReport(newAccount()));
            List<Integer> both =
                    given().queryParam("limit", 2).get("/ingestion/runs").path("items.run_id");

            given().queryParam("limit", 1)
                    .queryParam("offset", 1)
                    .get("/ingestion/runs")
                    .then()
                    .body("items.run_id", contains(both.getLast()))
                    .body("page.offset", equalTo(1));
        }

        @Test
        void atMostTwoHundred() {
            given().queryParam("limit", 100_000)
                    .get("/ingestion/runs")
                    .then()
                    .statusCode(200)
                    .body("page.limit", equalTo(100_000))
                    .body("page.applied_limit", equalTo(200));
        }

        @Test
        void behindTheLastIsEmpty() {
            given().queryParam("offset", 1_000_000)
                    .get("/ingestion/runs")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0))
                    .body("page.has_more", equalTo(false));
        }

        @Test
        void filteredByStatusTypeAndTime() {
            post("no report");
            post(newReport(newAccount()));

            given().queryParam("status", "failed")
                    .queryParam("run_type", "manual")
                    .queryParam("from_utc", "2020-01-01T00:00:00Z")
                    .queryParam("to_utc", "2999-01-01T00:00:00Z")
                    .get("/ingestion/runs")
                    .then()
                    .statusCode(200)
                    .body("page.total", greaterThan(0))
                    .body("items.status", everyItem(equalTo("failed")))
                    .body("filters.status", equalTo("failed"))
                    .body("filters.run_type", equalTo("manual"))
                    .body("filters.from_utc", equalTo("2020-01-01T00:00:00Z"))
                    .body("filters.to_utc", equalTo("2999-01-01T00:00:00Z"));
            given().queryParam("to_utc", "2020-01-01T00:00:00Z")
                    .get("/ingestion/runs")
                    .then()
                    .body("page.total", equalTo(0));
        }

        @ParameterizedTest
        @CsvSource({"started_at_utc", "ended_at_utc", "status", "duration_ms"})
        void sortedByEveryField(String field) {
            post(newReport(newAccount()));
            post("no report");
            post(newReport(newAccount()));

            var response = given().queryParam("sort_by", field)
                    .queryParam("sort_dir", "asc")
                    .queryParam("limit", 200)
                    .get("/ingestion/runs");

            assertThat(response.statusCode()).isEqualTo(200);
            List<Comparable<Object>> values = response.path("items." + field);
            assertThat(values).isSorted();
        }

        @ParameterizedTest
        @CsvSource({
            "limit, 0, INVALID_PAGINATION",
            "limit, x, INVALID_PAGINATION",
            "offset, -1, INVALID_PAGINATION",
            "offset, 99999999999, INVALID_PAGINATION",
            "sort_by, note, INVALID_SORT_FIELD",
            "sort_dir, up, INVALID_SORT_DIRECTION",
            "status, done, INVALID_FILTER",
            "run_type, x, INVALID_FILTER",
            "from_utc, yesterday, INVALID_FILTER"
        })
        void onlyWithParametersThatMakeSense(String name, String value, String code) {
            given().queryParam(name, value)
                    .get("/ingestion/runs")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo(code));
        }
    }

    @Nested
    class Annotated {

        private int run;

        @BeforeEach
        void runOnce() {
            run = post(newReport(newAccount())).extract().path("run");
        }

        @Test
        void withTheVersionItWasReadWith() {
            given().contentType(ContentType.JSON)
                    .header("If-Match", "\"1\"")
                    .body("{\"note\": \"from the new query\"}")
                    .patch("/ingestion/runs/" + run)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("note", equalTo("from the new query"))
                    .body("version", equalTo(2));
            given().get("/ingestion/runs/" + run)
                    .then()
                    .header("ETag", "\"2\"")
                    .body("note", equalTo("from the new query"))
                    .body("status", equalTo("success"));
        }

        @Test
        void byTheFasterOfTwo() {
            given().contentType(ContentType.JSON)
                    .header("If-Match", "\"1\"")
                    .body("{\"note\": \"a\"}")
                    .patch("/ingestion/runs/" + run);

            given().contentType(ContentType.JSON)
                    .header("If-Match", "\"1\"")
                    .body("{\"note\": \"b\"}")
                    .patch("/ingestion/runs/" + run)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("RUN_CHANGED"));
            given().get("/ingestion/runs/" + run).then().body("note", equalTo("a"));
        }

        @Test
        void andTheNoteIsRemovedAgain() {
            given().contentType(ContentType.JSON)
                    .header("If-Match", "\"1\"")
                    .body("{\"note\": \"a\"}")
                    .patch("/ingestion/runs/" + run);

            given().contentType("application/merge-patch+json")
                    .header("If-Match", "\"2\"")
                    .body("{\"note\": null}")
                    .patch("/ingestion/runs/" + run)
                    .then()
                    .statusCode(200)
                    .body("note", nullValue());
        }

        @Test
        void notWithoutAVersion() {
            given().contentType(ContentType.JSON)
                    .body("{\"note\": \"a\"}")
                    .patch("/ingestion/runs/" + run)
                    .then()
                    .statusCode(428)
                    .body("code", equalTo("VERSION_REQUIRED"));
        }

        @Test
        void notAtLength() {
            given().contentType(ContentType.JSON)
                    .header("If-Match", "\"1\"")
                    .body("{\"note\": \"" + "x".repeat(4_001) + "\"}")
                    .patch("/ingestion/runs/" + run)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("INVALID_NOTE"));
        }

        @Test
        void notWithABodyThatFillsTheMemory() {
            given().contentType(ContentType.JSON)
                    .header("If-Match", "\"1\"")
                    .body("{\"note\": \"" + "x".repeat(1_000_000) + "\"}")
                    .patch("/ingestion/runs/" + run)
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("code", equalTo("BODY_TOO_LARGE"));
        }

        @Test
        void notWhereThereIsNoRun() {
            given().contentType(ContentType.JSON)
                    .header("If-Match", "\"1\"")
                    .body("{\"note\": \"a\"}")
                    .patch("/ingestion/runs/0")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("RUN_NOT_FOUND"));
        }
    }
}
