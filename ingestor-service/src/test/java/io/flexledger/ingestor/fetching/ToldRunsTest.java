package io.flexledger.ingestor.fetching;

import static io.flexledger.ingestor.fetching.SimulatedBroker.simulator;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.FetchLog;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Token;
import io.flexledger.ingestor.period.Role;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.TestStack;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How runs ended, as the topic tells it. */
@QuarkusTest
@TestProfile(FreshTime.class)
@WithTestResource(StackResource.class)
@WithTestResource(SimulatedBroker.class)
class ToldRunsTest {

    private static final Ending DONE = new Ending(true, null, null, List.of(), null, null);

    private final Pool pool;
    private final Tables tables;
    private final FetchLog log;

    /** A query of this test's own, so that nobody else ends runs of it. */
    private final FlexQuery query = new FlexQuery(
            "777777",
            "q " + UUID.randomUUID(),
            Role.FULL,
            AccountId.of("U" + UUID.randomUUID().hashCode()),
            new Token("90909090"));

    @Inject
    ToldRunsTest(Pool pool, FetchLog log) {
        this.pool = pool;
        this.tables = new Tables(pool);
        this.log = log;
    }

    @BeforeEach
    void nothingIsInTheWay() {
        simulator().clearFaults();
        pool.query("delete from flex_pause").executeAndAwait();
    }

    @Test
    void successIsToldWithoutAFailure() {
        var run = run();

        var record = last(run);
        var told = ContractJson.read(record.value(), FetchRun.class);
        assertThat(record.key()).isEqualTo(SimulatedBroker.ACCOUNT + "/" + run.getString("query"));
        assertThat(told.failure()).isNull();
        assertThat(told.startedAt()).isEqualTo(run.getString("started_at_utc"));
        assertThat(told.endedAt()).isAfter(told.startedAt());
        CloudEvent.of(told)
                .headers(CloudEvent.JSON)
                .forEach((name, value) -> assertThat(
                                new String(record.headers().lastHeader(name).value(), UTF_8))
                        .as(name)
                        .isEqualTo(value));
    }

    @Test
    void aFailureIsToldWithItsReasonAndSuccessAfterItIsNewer() {
        simulator().next(Endpoint.SEND_REQUEST, Fault.code(1015));
        var failed = run();
        var told = told(failed);

        assertThat(told.failure())
                .isEqualTo(new FetchRun.Failure(
                        failed.getString("error_code"),
                        failed.getString("error_message"),
                        failed.getString("next_step"),
                        false));
        assertThat(told(run()))
                .satisfies(next -> assertThat(next.failure()).isNull())
                .satisfies(next -> assertThat(next.version()).isGreaterThan(told.version()));
    }

    @Test
    void aRunThatWasInterruptedIsToldWhenItIsClosed() {
        long run = start();
        assertThat(log.closeInterrupted(query.account())).isOne();

        assertThat(all(1)).singleElement().satisfies(told -> {
            assertThat(told.run()).isEqualTo(run);
            assertThat(told.failure()).isNotNull().satisfies(failure -> {
                assertThat(failure.code()).isEqualTo("INTERRUPTED");
                assertThat(failure.passing()).isTrue();
            });
        });
    }

    /** A process may be taken for dead while it is only cut off from the database. */
    @Test
    void theOwnEndOfARunThatWasTakenForDeadWinsUnlessAnotherFollowedOnIt() {
        long first = start();
        log.closeInterrupted(query.account());
        log.end(first, DONE);
        long second = start();
        log.end(second, Ending.INTERRUPTED);
        log.end(first, DONE);
        long third = start();
        log.end(third, DONE);

        var told = all(4);
        assertThat(told).extracting(FetchRun::run).containsExactly(first, first, second, third);
        assertThat(told).extracting(one -> one.failure() == null).containsExactly(false, true, false, true);
        assertThat(told).extracting(FetchRun::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aClockThatGoesBackMakesNothingOlder() {
        log.end(start(), DONE);
        pool.preparedQuery("update told_run set version = 9000000000000000000 where query = $1")
                .executeAndAwait(Tuple.of(query.name()));
        log.end(start(), DONE);

        assertThat(all(2).getLast().version()).isEqualTo(9000000000000000001L);
    }

    @Test
    void whatCannotBeToldHasNotEnded() {
        long run = start();
        pool.query("alter table told_run rename to told_run_elsewhere").executeAndAwait();
        try {
            assertThatThrownBy(() -> log.end(run, DONE)).hasMessageContaining("told_run");
        } finally {
            pool.query("alter table told_run_elsewhere rename to told_run").executeAndAwait();
        }

        assertThat(tables.count("ingestion_run where status = 'started' and id = " + run))
                .isOne();
        log.end(run, DONE);
        assertThat(all(1)).extracting(FetchRun::run).containsExactly(run);
    }

    private long start() {
        return log.start(new FetchOrder(query, null, null, FetchOrder.Trigger.SCHEDULED, null));
    }

    /** What was told of the test's own query, once so much has come. */
    private List<FetchRun> all(int count) {
        var key = query.account() + "/" + query.name();
        return await().until(() -> records(key), found -> found.size() >= count).stream()
                .map(record -> ContractJson.read(record.value(), FetchRun.class))
                .toList();
    }

    private static FetchRun told(JsonPath run) {
        return ContractJson.read(last(run).value(), FetchRun.class);
    }

    private static ConsumerRecord<String, byte[]> last(JsonPath run) {
        var key = SimulatedBroker.ACCOUNT + "/" + run.getString("query");
        return await().until(() -> records(key), found -> !found.isEmpty() && isOf(run, found.getLast()))
                .getLast();
    }

    private static boolean isOf(JsonPath run, ConsumerRecord<String, byte[]> record) {
        return ContractJson.read(record.value(), FetchRun.class).run() == run.getLong("run_id");
    }

    private static List<ConsumerRecord<String, byte[]>> records(String key) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.Names.FETCH_RUN).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static JsonPath run() {
        long run = given().post("/ingestion/run")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("run_id");
        return await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> given().get("/ingestion/runs/" + run).jsonPath(),
                        found -> !"started".equals(found.getString("status")));
    }
}
