package io.flexledger.ingestor.fetching;

import static io.flexledger.ingestor.fetching.SimulatedBroker.simulator;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.flexledger.testing.StackResource;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.wire.Framing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SimulatedBroker.class)
class FetchTest {

    private static final int ALWAYS = 12;

    private final Pool pool;

    @Inject
    FetchTest(Pool pool) {
        this.pool = pool;
    }

    @BeforeEach
    void nothingIsInTheWay() {
        simulator().clearFaults();
        simulator().acceptConnections();
        pool.query("delete from flex_pause").executeAndAwait();
    }

    @Test
    void aReportIsFetchedKeptAndPublished() {
        var first = run();
        assertThat(first.getString("status")).isEqualTo("success");
        assertThat(stages(first, "success")).containsExactly("request", "poll", "download", "persist", "publish");
        assertThat(first.getString("account_id")).isEqualTo(SimulatedBroker.ACCOUNT);
        assertThat(first.getString("from_date")).isEqualTo("2025-07-01");
        assertThat(first.getString("to_date")).isGreaterThanOrEqualTo("2025-07-21");

        // The same days again differ only in when they were generated.
        var again = run();
        assertThat(again.getString("status")).isEqualTo("success");
        assertThat(again.getBoolean("deduplicated")).isTrue();
        assertThat(again.getInt("new_count")).isZero();
        assertThat(again.getString("canonical_skip_reason")).isEqualTo("no_new_raw_rows_for_run");
        given().get("/ingestion/queries").then().body("items[0].complete_to", equalTo("2025-07-21"));
    }

    /** A code that stays, at either call, ends the run in its class. */
    @ParameterizedTest
    @CsvSource({
        "1001, FLEX_STATEMENT",
        "1002, FLEX_UNKNOWN_CODE",
        "1003, FLEX_STATEMENT",
        "1004, FLEX_STATEMENT",
        "1005, FLEX_STATEMENT",
        "1006, FLEX_STATEMENT",
        "1007, FLEX_STATEMENT",
        "1008, FLEX_STATEMENT",
        "1009, FLEX_STATEMENT",
        "1010, FLEX_REQUEST",
        "1011, FLEX_TOKEN",
        "1012, FLEX_TOKEN",
        "1013, FLEX_TOKEN",
        "1014, FLEX_REQUEST",
        "1015, FLEX_TOKEN",
        "1016, FLEX_REQUEST",
        "1017, FLEX_REQUEST",
        "1018, FLEX_REQUEST",
        "1019, FLEX_STATEMENT",
        "1020, FLEX_REQUEST",
        "1021, FLEX_STATEMENT",
        "1025, FLEX_TOKEN",
        "1999, FLEX_UNKNOWN_CODE"
    })
    void aCodeEndsInItsClass(int code, String problem) {
        for (var endpoint : Endpoint.values()) {
            nothingIsInTheWay();
            simulator().next(endpoint, Fault.code(code), ALWAYS);

            var run = run();

            assertThat(run.getString("status")).isEqualTo("failed");
            assertThat(run.getString("error_code")).isEqualTo(problem);
            assertThat(run.getString("error_message")).contains(Integer.toString(code));
            assertThat(run.getString("next_step")).endsWith(".");
            assertThat(run
                            .getList("diagnostics.findAll { it.status == 'retrying' }.retry_after_seconds", Float.class)
                            .stream()
                            .mapToDouble(Float::doubleValue)
                            .sum())
                    .isLessThanOrEqualTo(3600.0);
        }
    }

    /** At both calls; a receipt is shorter than a report, so it is cut earlier. */
    static Stream<Arguments> faults() {
        return Stream.concat(faults(Endpoint.SEND_REQUEST, 100), faults(Endpoint.GET_STATEMENT, 700));
    }

    private static Stream<Arguments> faults(Endpoint endpoint, int cut) {
        return Stream.of(
                Arguments.of(endpoint, "reset", Fault.reset(), "FLEX_UNREACHABLE", "CONNECTION_LOST"),
                Arguments.of(endpoint, "silence", Fault.silence(), "FLEX_UNREACHABLE", "TIMEOUT"),
                Arguments.of(
                        endpoint, "slow drip", Fault.drip(1, Duration.ofMillis(50)), "FLEX_UNREACHABLE", "TIMEOUT"),
                Arguments.of(
                        endpoint,
                        "cut, length known",
                        Fault.cut(cut, Framing.LENGTH),
                        "FLEX_UNREACHABLE",
                        "CONNECTION_LOST"),
                Arguments.of(
                        endpoint,
                        "cut, chunked",
                        Fault.cut(cut, Framing.CHUNKED),
                        "FLEX_UNREACHABLE",
                        "CONNECTION_LOST"),
                Arguments.of(
                        endpoint,
                        "cut, no length",
                        Fault.cut(cut, Framing.CLOSE),
                        "FLEX_REPORT_DAMAGED",
                        "TRUNCATED_XML"),
                Arguments.of(endpoint, "status 500", Fault.status(500), "FLEX_UNREACHABLE", "HTTP_SERVER_ERROR"),
                Arguments.of(endpoint, "status 503", Fault.status(503), "FLEX_UNREACHABLE", "HTTP_SERVER_ERROR"),
                Arguments.of(endpoint, "status 429", Fault.status(429), "FLEX_UNREACHABLE", "HTTP_TOO_MANY"),
                Arguments.of(endpoint, "page", Fault.page(), "FLEX_REPORT_DAMAGED", "HTML_PAGE"),
                Arguments.of(endpoint, "empty", Fault.empty(), "FLEX_REPORT_DAMAGED", "EMPTY_FILE"),
                Arguments.of(
                        endpoint,
                        "wrong encoding",
                        Fault.encoding("UTF-8", StandardCharsets.ISO_8859_1),
                        "FLEX_REPORT_DAMAGED",
                        "WRONG_ENCODING"));
    }

    /** What goes wrong below the service's answers, for good: bounded, retried, and named. */
    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("faults")
    void aFaultThatStaysIsGivenUp(Endpoint endpoint, String name, Fault fault, String problem, String kind) {
        simulator().next(endpoint, fault, ALWAYS);

        var run = run();

        assertThat(run.getString("status")).isEqualTo("failed");
        assertThat(run.getString("error_code"))
                .as(run.getString("error_message"))
                .isEqualTo(problem);
        assertThat(run.getString("next_step")).endsWith(".");
        assertThat(run.getList("diagnostics.findAll { it.status == 'retrying' }.error_code", String.class))
                .as(run.getString("error_message"))
                .hasSize(3)
                .containsOnly(kind);
    }

    /** The same, once: the run gets over it. */
    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("faults")
    void aFaultThatPassesCostsNothingButTime(Endpoint endpoint, String name, Fault fault, String problem, String kind) {
        simulator().next(endpoint, fault);

        var run = run();

        assertThat(run.getString("status")).as(run.getString("error_message")).isEqualTo("success");
    }

    @Test
    void aConnectionThatIsRefusedIsGivenUp() {
        simulator().refuseConnections();

        var run = run();

        assertThat(run.getString("error_code")).isEqualTo("FLEX_UNREACHABLE");
        assertThat(run.getList("diagnostics.findAll { it.status == 'retrying' }.error_code", String.class))
                .as(run.getString("error_message"))
                .containsOnly("CONNECTION_REFUSED");
    }

    @Test
    void aPackedAnswerIsRead() {
        simulator().next(Endpoint.GET_STATEMENT, Fault.gzip());

        assertThat(run().getString("status")).isEqualTo("success");
    }

    @Test
    void aForeignHostIsNeverAsked() {
        simulator().next(Endpoint.SEND_REQUEST, Fault.wrongHost("elsewhere.test"));

        assertThat(run().getString("error_code")).isEqualTo("FLEX_WRONG_HOST");
    }

    @Test
    void aRedirectIsNotFollowed() {
        simulator().next(Endpoint.SEND_REQUEST, Fault.redirect("http://127.0.0.1:9/"));

        var run = run();

        assertThat(run.getString("error_code")).isEqualTo("FLEX_UNREACHABLE");
        assertThat(run.getList("diagnostics.status", String.class)).doesNotContain("retrying");
    }

    @Test
    void aReportWithoutEndIsCutOffAtTheLimit() {
        simulator().next(Endpoint.GET_STATEMENT, Fault.oversized(20_000_000));

        var run = run();

        assertThat(run.getString("error_code")).isEqualTo("FLEX_REQUEST");
        assertThat(run.getString("error_message")).contains("ingestor.max-file-size");
    }

    @Test
    void aPauseOutlivesTheRun() {
        simulator().next(Endpoint.SEND_REQUEST, Fault.code(1025));
        run();

        given().post("/ingestion/run")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("FLEX_PAUSED"));
        given().get("/ingestion/queries").then().body("items[0].not_before_utc", notNullValue());
    }

    @Test
    void oneRunAtATime() throws InterruptedException {
        var hold = simulator().hold(Endpoint.SEND_REQUEST);
        long run = begin();
        hold.awaitArrived();

        given().post("/ingestion/run")
                .then()
                .statusCode(409)
                .body("code", equalTo("RUN_ALREADY_ACTIVE"))
                .body(
                        "detail",
                        equalTo("run already active: run %d of account %s".formatted(run, SimulatedBroker.ACCOUNT)));

        hold.release();
        assertThat(ended(run).getString("status")).isEqualTo("success");
    }

    private static List<String> stages(JsonPath run, String status) {
        return run.getList("diagnostics.findAll { it.status == '" + status + "' }.stage", String.class);
    }

    private static JsonPath run() {
        return ended(begin());
    }

    private static long begin() {
        return given().post("/ingestion/run")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("run_id");
    }

    private static JsonPath ended(long run) {
        return await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> given().get("/ingestion/runs/" + run).jsonPath(),
                        found -> !"started".equals(found.getString("status")));
    }
}
