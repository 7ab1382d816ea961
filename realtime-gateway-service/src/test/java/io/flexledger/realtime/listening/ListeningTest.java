package io.flexledger.realtime.listening;

import static io.flexledger.realtime.listening.SimulatedGateway.ACCOUNT;
import static io.flexledger.realtime.listening.SimulatedGateway.APPLE;
import static io.flexledger.realtime.listening.SimulatedGateway.simulator;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.testing.StackResource;
import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Execution;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Listening.class)
@WithTestResource(StackResource.class)
@WithTestResource(SimulatedGateway.class)
class ListeningTest {

    /**
     * Start, time, executions, positions, summary, values and results, with their ends; all there is but orders and
     * prices.
     */
    private static final Set<Integer> READING = Set.of(71, 49, 7, 61, 62, 63, 64, 6, 76, 77, 92, 93, 94, 95);

    @BeforeEach
    void connected() {
        await().until(() -> status().getString("state").equals("CONNECTED"));
    }

    @Test
    void aFillIsListedWithItsCommission() {
        Execution bought = simulator()
                .script()
                .fill(Fill.buy(ACCOUNT, APPLE, "10", "292.5").costing(Charge.of("1.25", "USD")));

        Map<String, String> listed = awaitListed(bought.execId());
        assertThat(listed)
                .containsEntry("side", "BUY")
                .containsEntry("quantity", "10")
                .containsEntry("price", "292.5")
                .containsEntry("time", "2026-06-11T18:30:00Z")
                .containsEntry("status", "TOLD");
        await().untilAsserted(() -> assertThat(awaitListed(bought.execId())).containsEntry("commission", "-1.25"));
    }

    @Test
    void aFillOfWhileTheConnectionWasLostIsListedOnce() {
        simulator().fault(new Fault.Refused(Duration.ofMillis(300)));
        Execution sold =
                simulator().script().fill(Fill.sell(ACCOUNT, APPLE, "3", "293").costing(Charge.of("1.25", "USD")));

        awaitListed(sold.execId());
        connected();
        given().get("/api/executions?date=2026-06-11")
                .then()
                .body("executions.findAll { it.execId == '%s' }.size()".formatted(sold.execId()), equalTo(1));
    }

    @Test
    void executionsAreACsvWithAFixedHeader() {
        Execution bought = simulator().script().fill(Fill.buy(ACCOUNT, APPLE, "1", "291"));
        awaitListed(bought.execId());

        String csv = given().accept("text/csv").get("/api/executions").asString();

        assertThat(csv)
                .startsWith(
                        "account,execId,time,symbol,conid,side,quantity,price,currency,commission,commissionCurrency,"
                                + "realizedPnl,venue,orderRef,status\n")
                .contains(ACCOUNT + "," + bought.execId() + ",2026-06-11T18:30:00Z,AAPL,265598,BUY,1,291,USD,");
    }

    @Test
    void theAccountIsValuedByTheBrokersOwnTotal() {
        await().untilAsserted(() -> given().get("/api/account/summary")
                .then()
                .statusCode(200)
                .body("account", equalTo(ACCOUNT))
                .body("baseCurrency", equalTo("HKD"))
                .body("netLiquidation.currency", equalTo("HKD"))
                .body("stale", equalTo(false))
                .body("positions.symbol", hasItem("AAPL")));
        await().untilAsserted(() -> assertThat(new BigDecimal(
                        given().get("/api/account/summary").jsonPath().getString("netLiquidation.amount")))
                .isEqualByComparingTo(simulator().account(ACCOUNT).netAssetValue()));
    }

    @Test
    void statusSaysWhoIsHeardAndByWhichClock() {
        JsonPath status = status();

        assertThat(status.getBoolean("leads")).isTrue();
        assertThat(status.getInt("serverVersion")).isEqualTo(200);
        assertThat(status.getList("accounts")).isEqualTo(List.of(ACCOUNT));
        assertThat(status.getString("endpoint"))
                .isEqualTo("127.0.0.1:" + simulator().port());
        assertThat(Instant.now().plusMillis(status.getLong("clockOffsetMs")))
                .isCloseTo(Instant.parse("2026-06-11T18:30:00Z"), within(10, ChronoUnit.MINUTES));
    }

    @Test
    void aFrameLeadsToTheBytes() {
        Execution bought = simulator().script().fill(Fill.buy(ACCOUNT, APPLE, "2", "290"));
        String frame = awaitListed(bought.execId()).get("frame");

        given().get("/gateway/frames/" + frame)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(frame))
                .body("section", equalTo("execDetails"))
                .body("fields[0]", equalTo("11"))
                .body("fields", hasItem(bought.execId()));
        given().get("/gateway/frames/" + "0".repeat(64))
                .then()
                .statusCode(404)
                .body("code", equalTo("FRAME_NOT_FOUND"));
        given().get("/gateway/frames/nonsense").then().statusCode(404);
    }

    @Test
    void fetchingByHandKeepsEveryAccount() {
        await().untilAsserted(() -> given().get("/api/account/summary").then().statusCode(200));

        given().post("/api/fetch-data").then().statusCode(200).body("accounts", hasItem(ACCOUNT));
    }

    @Test
    void fetchingByHandNeedsNoEndOfTheExecutions() {
        await().untilAsserted(() -> given().get("/api/account/summary").then().statusCode(200));
        simulator().fault(Fault.OfExecutions.NO_END);
        try {
            given().post("/api/fetch-data").then().statusCode(200).body("accounts", hasItem(ACCOUNT));
        } finally {
            simulator().clearFaults();
        }
    }

    @Test
    void fetchingWhileNobodyAnswersIsAProblemWithANextStep() {
        simulator().fault(new Fault.Refused(Duration.ofMillis(700)));
        await().until(() -> !status().getString("state").equals("CONNECTED"));

        given().post("/api/fetch-data")
                .then()
                .statusCode(503)
                .body("code", equalTo("GATEWAY_UNAVAILABLE"))
                .body("nextStep", startsWith("Look at /gateway/status"));
    }

    @Test
    void everyStepToASessionIsLookedAt() {
        await().untilAsserted(() -> given().post("/gateway/check")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("reachable", "version", "ready", "broker", "clock", "executions"))
                .body("checks.find { it.name == 'ready' }.result", equalTo("OK")));
    }

    @Test
    void itsStateIsMeasured() {
        given().get("/metrics")
                .then()
                .body(containsString("ledger_gateway_state{state=\"connected\"} 1.0"))
                .body(containsString("ledger_gateway_state{state=\"disabled\"} 0.0"))
                .body(containsString("ledger_gateway_fills_told_total"));
    }

    @Test
    void unknownThingsAreProblems() {
        given().get("/api/account/summary?account=U1")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_ACCOUNT_SNAPSHOT"));
        given().get("/api/executions?date=today").then().statusCode(400).body("code", equalTo("BAD_DATE"));
        given().get("/api/executions?date=2001-01-01").then().statusCode(200).body("executions[0]", nullValue());
    }

    @Test
    void itConnectsAnewWhenAskedTo() {
        long before = simulator().connections();

        given().post("/gateway/reconnect").then().statusCode(200);

        await().until(() -> simulator().connections() > before);
        connected();
    }

    @Test
    void noMessageThatTouchesAnOrderIsEverSent() {
        var traffic = simulator().traffic();

        assertThat(traffic.requests(7)).isNotEmpty();
        assertThat(READING)
                .containsAll(traffic.requests().stream()
                        .map(asked -> asked.message().id())
                        .toList());
    }

    private static Map<String, String> awaitListed(String execId) {
        return await().until(
                        () -> given().get("/api/executions?date=2026-06-11")
                                .jsonPath()
                                .getMap("executions.find { it.execId == '%s' }".formatted(execId)),
                        found -> found != null);
    }

    private static JsonPath status() {
        return given().get("/gateway/status").jsonPath();
    }
}
