package io.flexledger.ingestor.fetching;

import static io.flexledger.ingestor.fetching.SimulatedBroker.simulator;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.DueJobs;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Pauses;
import io.flexledger.ingestor.fetch.Pauses.Pause;
import io.flexledger.ingestor.fetch.Token;
import io.flexledger.ingestor.fetch.TokenRestsException;
import io.flexledger.ingestor.fetch.Turns;
import io.flexledger.ingestor.period.Role;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FreshTime.class)
@WithTestResource(StackResource.class)
@WithTestResource(SimulatedBroker.class)
class RestTest {

    private static final Instant NOW = Instant.parse("2025-07-22T09:00:00Z");
    private static final Pause DAY = new Pause(NOW.plus(Duration.ofDays(1)), "Locked out.", false);
    private static final Pause MINUTES = new Pause(NOW.plus(Duration.ofMinutes(10)), "Too many.", false);
    private static final Pause PERSON = new Pause(NOW.plus(Duration.ofHours(12)), "Token expired.", true);

    private static final Token TOKEN = new Token("90909090");
    private static final FlexQuery ONE = query("111111");
    private static final FlexQuery OTHER = query("222222");

    private final Pool pool;
    private final Tables tables;
    private final Pauses pauses;
    private final Turns turns;
    private final DueJobs jobs;

    @Inject
    RestTest(Pool pool, Pauses pauses, Turns turns, DueJobs jobs) {
        this.pool = pool;
        this.tables = new Tables(pool);
        this.pauses = pauses;
        this.turns = turns;
        this.jobs = jobs;
    }

    private static FlexQuery query(String id) {
        return new FlexQuery(id, id, Role.FULL, AccountId.of("U1"), TOKEN);
    }

    @BeforeEach
    void nothingRests() {
        simulator().clearFaults();
        await().until(() -> tables.count("ingestion_run where status = 'started'") == 0);
        pool.query("delete from flex_pause").executeAndAwait();
        pool.query("delete from flex_job").executeAndAwait();
    }

    @Test
    void aPauseOfTheTokenHoldsForItsOtherQueries() {
        pauses.set(ONE, true, MINUTES);

        assertThat(pauses.find(OTHER, NOW)).contains(MINUTES);
        assertThat(pauses.find(OTHER, MINUTES.notBefore())).isEmpty();
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        pauses.set(ONE, true, DAY);
        pauses.set(OTHER, true, MINUTES);

        assertThat(pauses.find(ONE, NOW)).contains(DAY);
    }

    /** Another run of the same token may have met a lockout while this one went well. */
    @Test
    void successEndsNoLockout() {
        pauses.set(ONE, true, DAY);
        pauses.set(ONE, true, PERSON);
        pauses.set(ONE, false, MINUTES);

        pauses.clear(ONE);

        assertThat(pauses.find(ONE, NOW)).contains(DAY);
        assertThat(pauses.find(ONE, DAY.notBefore())).isEmpty();
    }

    @Test
    void whatBindsEverybodyComesBeforeWhatWaitsForAPerson() {
        pauses.set(ONE, true, PERSON);
        pauses.set(ONE, false, MINUTES);

        assertThat(pauses.find(ONE, NOW)).contains(MINUTES);
        assertThat(pauses.find(OTHER, NOW)).contains(PERSON);
    }

    @Test
    void aRunningRunStopsCallingToo() {
        var farAway = new Pause(Instant.parse("2100-01-01T00:00:00Z"), "Locked out.", false);
        pauses.set(OTHER, true, farAway);

        Assertions.assertThatThrownBy(() -> turns.inTurn(TOKEN, () -> Assertions.fail("called")))
                .isInstanceOfSatisfying(
                        TokenRestsException.class, e -> assertThat(e.pause()).isEqualTo(farAway));
    }

    @Test
    void aPersonMayTryAtOnceAndTheScheduleMayNot() {
        simulator().next(Endpoint.SEND_REQUEST, Fault.code(1015));
        assertThat(runByHand()).isEqualTo("failed");
        long before = tables.count("ingestion_run");

        jobs.look();
        pool.query("update flex_job set ran_for = '2025-07-01' where job = 'daily'")
                .executeAndAwait();
        jobs.look();

        assertThat(tables.count("ingestion_run")).isEqualTo(before);
        assertThat(tables.count("flex_job where job = 'daily' and retry_at is not null"))
                .isEqualTo(1);
        assertThat(runByHand()).isEqualTo("success");
        assertThat(tables.count("flex_pause")).isZero();
    }

    private String runByHand() {
        long run = given().post("/ingestion/run")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("run_id");
        return await().until(
                        () -> given().get("/ingestion/runs/" + run).jsonPath().getString("status"),
                        status -> !status.equals("started"));
    }
}
