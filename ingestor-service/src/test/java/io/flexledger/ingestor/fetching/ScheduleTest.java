package io.flexledger.ingestor.fetching;

import static io.flexledger.ingestor.fetching.SimulatedBroker.simulator;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.DueJobs;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FreshTime.class)
@WithTestResource(StackResource.class)
@WithTestResource(value = SimulatedBroker.class, initArgs = @ResourceArg(name = SimulatedBroker.SPEED, value = "20000"))
class ScheduleTest {

    private static final String PASSED = "2025-07-01T00:00:00Z";

    private final Pool pool;
    private final Tables tables;
    private final DueJobs jobs;

    @Inject
    ScheduleTest(Pool pool, DueJobs jobs) {
        this.pool = pool;
        this.tables = new Tables(pool);
        this.jobs = jobs;
    }

    @BeforeEach
    void begin() {
        simulator().clearFaults();
        await().until(() -> tables.count("ingestion_run where status = 'started'") == 0);
        pool.query("delete from flex_pause").executeAndAwait();
        pool.query("delete from flex_job").executeAndAwait();
        pool.query("delete from ingestion_run where origin = 'FLEX'").executeAndAwait();
    }

    @Test
    void aJobThatWasJustMetIsNotDue() {
        jobs.look();

        assertThat(tables.count("ingestion_run where origin = 'FLEX'")).isZero();
        assertThat(given().get("/ingestion/schedule").jsonPath().getList("items.job", String.class))
                .containsExactly("daily", "last-month", "weekly", "monthly");
    }

    @Test
    void aJobThatWasMissedForWeeksRunsOnce() {
        meet("daily", PASSED);

        jobs.look();
        ended(1);
        // Time goes on: the day may be over that the run was to bring, which would be another reason to run.
        pool.query("update flex_job set retry_at = null").executeAndAwait();
        jobs.look();

        assertThat(runs()).containsExactly("scheduled success");
    }

    /** Two processes see the same job as due; the database lets one of them have it. */
    @Test
    void aJobIsClaimedOnce() throws InterruptedException {
        meet("daily", PASSED);
        var hold = simulator().hold(Endpoint.SEND_REQUEST);

        var lookers =
                List.of(Thread.ofVirtual().start(jobs::look), Thread.ofVirtual().start(jobs::look));
        for (var looker : lookers) {
            looker.join();
        }
        hold.awaitArrived();
        hold.release();
        ended(1);

        assertThat(runs()).hasSize(1);
    }

    /** The broker's newest day is 21 July, and time has moved on to later ones. */
    @Test
    void aReportThatLacksItsDayIsAskedForAgain() {
        await().until(() -> given().get("/ingestion/queries")
                        .jsonPath()
                        .<String>get("items[0].wanted")
                        .compareTo("2025-07-21")
                > 0);
        meet("daily", PASSED);

        jobs.look();
        ended(1);

        await().untilAsserted(() -> assertThat(attempts("daily")).isEqualTo(1));
        await().until(() -> {
            jobs.look();
            return tables.count("ingestion_run where origin = 'FLEX' and status = 'success'") > 1;
        });
    }

    @Test
    void whatAPersonMustChangeIsNotAskedForAgain() {
        meet("daily", PASSED);
        simulator().next(Endpoint.SEND_REQUEST, Fault.code(1015), 5);

        jobs.look();
        ended(1);
        await().until(() -> tables.count("flex_job where job = 'daily' and retry_at is null") == 1);

        assertThat(runs()).containsExactly("scheduled failed");
        assertThat(attempts("daily")).isZero();
    }

    private void meet(String job, String ranFor) {
        jobs.look();
        pool.preparedQuery("update flex_job set ran_for = $2 where job = $1")
                .executeAndAwait(Tuple.of(job, OffsetDateTime.parse(ranFor)));
    }

    private void ended(long runs) {
        await().until(() -> tables.count("ingestion_run where origin = 'FLEX' and status <> 'started'") >= runs);
    }

    private List<String> runs() {
        return given().queryParam("query", SimulatedBroker.QUERY)
                .get("/ingestion/runs")
                .jsonPath()
                .getList("items.collect { it.run_type + ' ' + it.status }", String.class);
    }

    private int attempts(String job) {
        return pool.preparedQuery("select attempts from flex_job where job = $1")
                .executeAndAwait(Tuple.of(job))
                .iterator()
                .next()
                .getInteger(0);
    }
}
