package io.flexledger.ingestor.fetching;

import static io.flexledger.ingestor.fetching.SeveralQueries.simulator;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flexledger.contracts.ContractJson;
import io.flexledger.ingestor.Repair;
import io.flexledger.testing.SharedData;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SeveralQueries.class)
class SeveralQueriesTest {

    private static final String[] REQUIRED_AND_LACKING = {
        "OpenPositions", "CashTransactions", "CorporateActions", "ConversionRates", "SecuritiesInfo"
    };

    private final Pool pool;
    private final Tables tables;
    private final Repair repair;

    @Inject
    SeveralQueriesTest(Pool pool, Repair repair) {
        this.pool = pool;
        this.tables = new Tables(pool);
        this.repair = repair;
    }

    @BeforeEach
    void nothingIsInTheWay() {
        simulator().clearFaults();
        await().until(() -> tables.count("ingestion_run where status = 'started'") == 0);
        pool.query("delete from flex_pause").executeAndAwait();
    }

    @Test
    void aReportThatLacksSectionsIsNotPublishedAndNotByARepairEither() {
        long published = outboxRecords();

        var run = run("lacking");

        assertThat(run.getString("status")).isEqualTo("failed");
        assertThat(run.getString("error_code")).isEqualTo("MISSING_REQUIRED_SECTION");
        assertThat(run.getString("error_message")).contains(REQUIRED_AND_LACKING);
        given().get("/ingestion/runs/" + run.getLong("run_id") + "/missing-sections")
                .then()
                .statusCode(200)
                .body("run_id", equalTo(run.getInt("run_id")))
                .body("missing_sections", contains(REQUIRED_AND_LACKING));
        assertThat(tables.count("raw_artifact where flex_query_id = 'Lacking'")).isZero();
        assertThat(tables.count("received_file where id = '" + run.getString("file_sha256") + "'"))
                .isEqualTo(1);

        // As after a crash between keeping and searching.
        pool.query("delete from scanned_file where file_id = '" + run.getString("file_sha256") + "'")
                .executeAndAwait();
        assertThat(repair.run()).isEqualTo(1);

        assertThat(tables.count("raw_artifact where flex_query_id = 'Lacking'")).isZero();
        assertThat(outboxRecords()).isEqualTo(published + 1); // how the run ended, and no statement
    }

    @Test
    void aNarrowRoleNeedsFewSections() {
        var run = run("narrow");

        assertThat(run.getString("status")).isEqualTo("success");
        given().get("/ingestion/runs/" + run.getLong("run_id") + "/missing-sections")
                .then()
                .body("missing_sections", empty());
        assertThat(tables.count("raw_artifact where flex_query_id = 'Narrow'")).isPositive();
    }

    @Test
    void aRunNobodyKnowsHasNoSections() {
        for (var id : List.of("999999999", "x")) {
            given().get("/ingestion/runs/" + id + "/missing-sections")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("RUN_NOT_FOUND"));
        }
    }

    @Test
    void allQueriesOfAnAccountRunOneAfterTheOther() throws InterruptedException {
        for (var path : List.of("/api/fetch-data", "/api/flex-query/fetch-all", "/api/flex-query/fetch-all-reports")) {
            nothingIsInTheWay();
            long before = tables.count("ingestion_run where origin = 'FLEX'");
            var hold = simulator().hold(Endpoint.SEND_REQUEST);

            var begun = given().post(path).then().statusCode(202).extract().jsonPath();
            assertThat(begun.getList("runs.query", String.class)).containsExactly("whole", "lacking", "narrow");
            assertThat(begun.getList("runs.queued", Boolean.class)).containsExactly(false, true, true);
            assertThat(begun.getLong("runs[0].run_id")).isPositive();

            hold.awaitArrived();
            given().post(path).then().statusCode(202).body("runs.error_code", everyItem(equalTo("RUN_ALREADY_ACTIVE")));
            hold.release();

            await().until(() ->
                    tables.count("ingestion_run where origin = 'FLEX' and status <> 'started'") == before + 3);
            assertThat(given().queryParam("limit", 3)
                            .queryParam("account", SeveralQueries.ACCOUNT)
                            .get("/ingestion/runs")
                            .jsonPath()
                            .getList("items.collect { it.query + ' ' + it.status }", String.class))
                    .containsExactly("narrow success", "lacking failed", "whole success");
            await().until(() -> !isWaiting());
        }
    }

    /** Nothing else tells from outside when the last of a queue is over. */
    private boolean isWaiting() {
        var answer = given().post("/api/flex-query/fetch-trades").jsonPath();
        await().until(() -> tables.count("ingestion_run where status = 'started'") == 0);
        return "RUN_ALREADY_ACTIVE".equals(answer.getString("runs[0].error_code"));
    }

    @Test
    void onlyTradesAreFetchedWhereOnlyTheyAreWanted() {
        var begun = await().until(
                        () -> given().post("/api/flex-query/fetch-trades").jsonPath(),
                        answer -> answer.get("runs[0].run_id") != null);

        assertThat(begun.getList("runs.query", String.class)).containsExactly("narrow");
        assertThat(ended(begun.getLong("runs[0].run_id")).getString("status")).isEqualTo("success");
    }

    @Test
    void theStatusTellsNoToken() {
        run("narrow");

        given().get("/api/flex-query/status")
                .then()
                .statusCode(200)
                .body("configured", equalTo(true))
                .body("queries.query", contains("whole", "lacking", "narrow"))
                .body("queries[2].last_status", equalTo("success"))
                .body("queries[2].last_success_at_utc", notNullValue())
                .body(not(containsString(SeveralQueries.TOKEN)));
        given().get("/ingestion/queries").then().body("items[2].last_status", equalTo("success"));
    }

    @Test
    void runsAreFoundByQueryAndAccount() {
        long run = run("narrow").getLong("run_id");

        for (var query : List.of("narrow", SeveralQueries.TRADES)) {
            given().queryParam("query", query)
                    .queryParam("account", SeveralQueries.ACCOUNT)
                    .get("/ingestion/runs")
                    .then()
                    .body("items.query", everyItem(equalTo("narrow")))
                    .body("items[0].run_id", equalTo((int) run))
                    .body("filters", equalTo(Map.of("query", query, "account", SeveralQueries.ACCOUNT)));
        }
        given().queryParam("account", "U0").get("/ingestion/runs").then().body("items", empty());
    }

    @Test
    void theDoctorLooksAtEverythingAndTellsNoSecret() {
        run("narrow");

        var report = given().get("/ingestion/doctor").then().statusCode(200).extract();

        var checks = report.jsonPath();
        assertThat(checks.getList("checks.name", String.class))
                .containsExactly(
                        "clock",
                        "complete_days",
                        "connection_pool",
                        "database",
                        "directories",
                        "disk",
                        "flex_queries",
                        "flex_service",
                        "message_broker",
                        "pauses");
        assertThat(status(checks, "database")).isEqualTo("pass");
        assertThat(status(checks, "message_broker")).isEqualTo("pass");
        assertThat(status(checks, "flex_service")).isEqualTo("pass");
        assertThat(status(checks, "flex_queries")).isEqualTo("pass");
        assertThat(status(checks, "directories")).isEqualTo("pass");
        assertThat(status(checks, "pauses")).isEqualTo("pass");
        assertThat(checks.getString("checks.find { it.name == 'clock' }.detail"))
                .contains("simulated time");
        assertThat(report.asString()).doesNotContain(SeveralQueries.TOKEN);
    }

    /** Each finding stands for itself, and asking costs the broker no request. */
    @Test
    void theDoctorFindsWhatIsWrong() {
        simulator().next(Endpoint.SEND_REQUEST, Fault.code(1025), 12);
        run("narrow");
        simulator().refuseConnections();
        try {
            var checks = given().get("/ingestion/doctor").jsonPath();

            assertThat(status(checks, "flex_service")).isEqualTo("fail");
            assertThat(status(checks, "pauses")).isEqualTo("warn");
            assertThat(status(checks, "database")).isEqualTo("pass");
            assertThat(checks.getString("checks.find { it.name == 'flex_service' }.next_step"))
                    .contains("IBKR_FLEX_BASE_URL");
        } finally {
            simulator().acceptConnections();
        }
    }

    @Test
    void healthTellsWhatAPersonMustLookAt() {
        run("narrow");
        given().get("/api/health/detailed")
                .then()
                .body("components.flex.status", equalTo("UP"))
                .body("components.flex.ageSeconds", notNullValue())
                .body("components.scheduler.status", equalTo("DISABLED"));

        simulator().next(Endpoint.SEND_REQUEST, Fault.code(1015), 12);
        run("narrow");
        given().get("/api/health/detailed")
                .then()
                .statusCode(200)
                .body("status", equalTo("DEGRADED"))
                .body("components.flex.status", equalTo("DOWN"))
                .body("components.flex.detail", containsString("narrow failed with FLEX_TOKEN"));

        simulator().clearFaults();
        pool.query("delete from flex_pause").executeAndAwait();
        run("narrow");
        given().get("/api/health/detailed").then().body("components.flex.status", equalTo("UP"));
    }

    @Test
    void diagnosticsAreAsTheirSchemaSays() throws IOException {
        var text = Files.readString(SharedData.projectRoot().resolve("docs/schemas/run-diagnostics.v1.json"));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        simulator().next(Endpoint.GET_STATEMENT, Fault.code(1019));
        var good = run("narrow");
        var refused = run("lacking");
        simulator().next(Endpoint.SEND_REQUEST, Fault.code(1014), 12);
        var failed = run("whole");

        assertThat(good.getList("diagnostics.status")).contains("retrying", "skipped", "success");
        for (var run : List.of(good, refused, failed)) {
            var diagnostics =
                    given().get("/ingestion/runs/" + run.getLong("run_id")).asString();
            var json = ContractJson.read(diagnostics, ObjectNode.class).get("diagnostics");
            assertThat(json).isNotEmpty();
            assertThat(schema.validate(
                            json.toString(),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as(json.toPrettyString())
                    .isEmpty();
        }
        assertThat(schema.validate("[{\"stage\":\"publish\",\"status\":\"failed\"}]", InputFormat.JSON))
                .isNotEmpty();
    }

    private static String status(JsonPath checks, String name) {
        return checks.getString("checks.find { it.name == '" + name + "' }.status");
    }

    /** How many have ever been written; the broker may have acknowledged them since. */
    private long outboxRecords() {
        return pool.query("select last_value from outbox_id_seq")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private static JsonPath run(String query) {
        return ended(await().until(
                        () -> given().contentType("application/json")
                                .body(Map.of("query", query))
                                .post("/ingestion/run"),
                        answer -> answer.statusCode() == 202)
                .jsonPath()
                .getLong("run_id"));
    }

    private static JsonPath ended(long run) {
        return await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> given().get("/ingestion/runs/" + run).jsonPath(),
                        found -> !"started".equals(found.getString("status")));
    }
}
