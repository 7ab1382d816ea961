package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.Calls.get;
import static io.flexledger.report.adapter.rest.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.report.AlertDesk;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class AlertApiTest {

    private final Alerted alerted;
    private Alert assigned;
    private Alert down;

    @Inject
    @SuppressWarnings("NullAway") // what is known is set before each test
    AlertApiTest(Pool pool, AlertDesk desk) {
        this.alerted = new Alerted(pool, desk);
    }

    @BeforeEach
    void three() {
        alerted.clear();
        assigned = alerted.alert(Kind.ASSIGNMENT, "U1", "assigned", 1);
        down = alerted.alert(Kind.GATEWAY_DOWN, null, "down", 2);
        alerted.store(alerted.alert(Kind.EXPIRY_SOON, "U2", "expires", 3).ended(Instant.parse("2025-07-19T00:00:00Z")));
    }

    @AfterEach
    void nothing() {
        alerted.clear();
    }

    private static ValidatableResponse acknowledge(UUID id, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/alerts/" + id + "/acknowledge")
                .then();
    }

    @Test
    void areListedNewestFirst() {
        get("/api/alerts")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("open", equalTo(2))
                .body("items.title", equalTo(List.of("expires", "down", "assigned")))
                .body("items[0].open", equalTo(false))
                .body("items[0].lasts", equalTo(true))
                .body("items[0].endedAt", equalTo("2025-07-19T00:00:00Z"))
                .body("items[2].severity", equalTo("WARNING"))
                .body("items[2].kind", equalTo("ASSIGNMENT"))
                .body("items[2].account", equalTo("U1"))
                .body("items[2].nextStep", notNullValue())
                .body("items[2].deliveries", hasSize(0));
    }

    @Test
    void canBeNarrowed() {
        get("/api/alerts?open=true").body("items.title", equalTo(List.of("down", "assigned")));
        get("/api/alerts?open=false").body("items.title", equalTo(List.of("expires")));
        get("/api/alerts?kind=gateway_down").body("items.title", equalTo(List.of("down")));
        get("/api/alerts?account=U1")
                .body("items.title", equalTo(List.of("down", "assigned")))
                .body("open", equalTo(2));
        get("/api/alerts?account=U2&open=true")
                .body("items.title", equalTo(List.of("down")))
                .body("open", equalTo(1));
        get("/api/alerts?limit=1").body("items", hasSize(1)).body("open", equalTo(2));
        get("/api/alerts?limit=1000").statusCode(200);
    }

    @Test
    void oneCanBeAskedFor() {
        get("/api/alerts/" + assigned.id()).statusCode(200).body("title", equalTo("assigned"));
        problem(get("/api/alerts/" + UUID.randomUUID()), 404, "ALERT_NOT_FOUND");
        problem(get("/api/alerts/none"), 404, "ALERT_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=PRICE", "open=maybe"})
    void aFilterIsReadStrictly(String filter) {
        problem(get("/api/alerts?" + filter), 400, "BAD_ALERT_FILTER");
    }

    @Test
    void aLimitIsReadStrictly() {
        problem(get("/api/alerts?limit=0"), 400, "INVALID_PAGINATION");
    }

    @Test
    void areAcknowledgedOnce() {
        acknowledge(assigned.id(), "{\"by\":\" Ann \",\"note\":\"seen\"}")
                .statusCode(200)
                .body("open", equalTo(false))
                .body("version", equalTo(2))
                .body("acknowledged.by", equalTo("Ann"))
                .body("acknowledged.note", equalTo("seen"));
        acknowledge(assigned.id(), "{\"by\":\"Bob\"}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("acknowledged.by", equalTo("Ann"));
        get("/api/alerts").body("open", equalTo(1));
    }

    @Test
    void nothingNeedsToBeSaid() {
        given().post("/api/alerts/" + down.id() + "/acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledged.at", notNullValue())
                .body("acknowledged.by", nullValue());
        acknowledge(assigned.id(), "{\"by\":\"  \"}").statusCode(200).body("acknowledged.by", nullValue());
    }

    @Test
    void whatIsSaidHasItsLimits() {
        problem(acknowledge(assigned.id(), "{\"by\":\"" + "x".repeat(101) + "\"}"), 400, "BAD_ACKNOWLEDGEMENT");
        problem(acknowledge(assigned.id(), "{\"note\":\"" + "x".repeat(1001) + "\"}"), 400, "BAD_ACKNOWLEDGEMENT");
        problem(acknowledge(assigned.id(), "nonsense"), 400, "BAD_ACKNOWLEDGEMENT");
        problem(acknowledge(UUID.randomUUID(), "{}"), 404, "ALERT_NOT_FOUND");
        get("/api/alerts/" + assigned.id()).body("open", equalTo(true));
    }

    @Test
    void aPageOfAnotherSiteIsRefused() {
        problem(
                given().header("Sec-Fetch-Site", "cross-site")
                        .post("/api/alerts/" + assigned.id() + "/acknowledge")
                        .then(),
                403,
                "FOREIGN_PAGE");
        get("/api/alerts/" + assigned.id()).body("open", equalTo(true));
    }
}
