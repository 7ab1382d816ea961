package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.Calls.get;
import static io.flexledger.report.adapter.rest.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days over HTTP, on the golden days. */
@QuarkusTest
@WithTestResource(StackResource.class)
class ReportApiTest {

    private final Published published;

    @Inject
    ReportApiTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));
    }

    @Nested
    class DailyReport {

        @Test
        void isJsonForAnyone() {
            get("/api/reports/daily/2025-07-17")
                    .statusCode(200)
                    .contentType("application/json")
                    .body("schema", equalTo("day-report.v1"))
                    .body("sections[0].blocks[1].title", equalTo("Day Trades"))
                    .body("sections[0].blocks[1].impact.amount", equalTo("-96.46"))
                    .body("sections[0].blocks[1].impact.currency", equalTo("HKD"))
                    .body("sections[0].blocks[1].impact.figure", equalTo("U1000001/2025-07-17/story/1/impact"));
        }

        @Test
        void isWhatTheCallerAccepts() {
            given().accept("text/markdown")
                    .get("/api/reports/daily/2025-07-17")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/markdown"))
                    .body(startsWith("### **US Trading Day: Thursday, July 17, 2025**"))
                    .body(containsString("79,498.68 - 96.46 = **79,402.22 HKD**"));
            given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                    .get("/api/reports/daily/2025-07-17")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .body(containsString("Day Trades"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2025-07-17.md", "2025-07-17?format=md", "2025-07-17.json?format=md"})
        void canBeAskedForByName(String path) {
            given().accept("application/json")
                    .get("/api/reports/daily/" + path)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/markdown"));
        }

        @Test
        void isTheSameBytesTwiceAndNotSentAgain() {
            var first = given().get("/api/reports/daily/2025-07-18");
            var second = given().get("/api/reports/daily/2025-07-18");
            assertThat(second.asByteArray()).isEqualTo(first.asByteArray());

            given().header("If-None-Match", first.header("ETag"))
                    .get("/api/reports/daily/2025-07-18")
                    .then()
                    .statusCode(304);
            assertThat(given().get("/api/reports/daily/2025-07-18.md").header("ETag"))
                    .isNotEqualTo(first.header("ETag"));
        }

        @Test
        void changesItsTagWithItsData() {
            var before = given().get("/api/reports/daily/2025-07-18").header("ETag");
            published.withdraw(GoldenDays.tuned().july18().entries().getLast());

            given().header("If-None-Match", before)
                    .get("/api/reports/daily/2025-07-18")
                    .then()
                    .statusCode(200);
        }

        @Test
        void namesTheNearestDays() {
            var response = get("/api/reports/daily/2025-07-19");
            problem(response, 404, "DAY_NOT_FOUND");
            response.body("detail", endsWith("the nearest are 2025-07-18"));

            published.apply(Published.projections(DayScenario.on("U1000001", "2025-07-21")
                    .calculated("100", "90", Map.of("cash", "90"))
                    .day()));
            get("/api/reports/daily/2025-07-20").body("detail", endsWith("the nearest are 2025-07-18 and 2025-07-21"));
        }

        @Test
        void refusesWhatIsNoDateAndNoFormat() {
            problem(get("/api/reports/daily/17.07.2025"), 400, "BAD_FORMAT");
            problem(get("/api/reports/daily/July"), 400, "BAD_DATE");
            problem(get("/api/reports/daily/2025-07-17?format=pdf"), 400, "BAD_FORMAT");
        }

        @Test
        void saysThatADayWithoutOfficialValueIsProvisional() {
            published.apply(Published.projections(DayScenario.on("U1000001", "2025-07-21")
                    .calculated("79231.031383276", "79221.031383276", Map.of("cash", "79221.031383276"))
                    .statedOnly("otherFees", "-10")
                    .day()));
            get("/api/reports/daily/2025-07-21")
                    .statusCode(200)
                    .body("provisional", equalTo(true))
                    .body("previousClose.nav.amount", equalTo("79231.03"))
                    .body("sections[0].blocks[1].officialClosingNav", nullValue());
            get("/api/reports/daily/2025-07-21.md")
                    .body(containsString("> Provisional: the broker's official net asset value"));
        }
    }

    @Test
    void everyEndpointIsDescribed() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept("application/json").get("/openapi").jsonPath().getMap("paths");

        assertThat(paths.keySet())
                .contains(
                        "/api/accounts",
                        "/api/projection-hash",
                        "/api/reports/daily/{date}",
                        "/api/reports/summary",
                        "/api/nav",
                        "/api/positions",
                        "/api/lots",
                        "/api/trades",
                        "/api/trace/{figureId}");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (path.startsWith("/api")) {
                assertThat(operation.get("summary")).as("%s %s", method, path).isNotNull();
                assertThat(String.valueOf(operation.get("responses")))
                        .as("%s %s", method, path)
                        .contains("200");
            }
        }));
    }
}
