package io.flexledger.transport;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The wiring: channel, rebalance listener, migration, relay, progress and health in a booted application. */
@QuarkusTest
@WithTestResource(ChannelResource.class)
class ChannelTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Pool pool;
    private final Outbox outbox;
    private final String bootstrap;

    @Inject
    ChannelTest(Pool pool, Outbox outbox, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.pool = pool;
        this.outbox = outbox;
        this.bootstrap = bootstrap;
    }

    @Test
    void carriesRecordsOnceThroughOutboxTopicAndInbox() throws Exception {
        List<OutgoingRecord> records = LongStream.range(0, 1000)
                .mapToObj(number -> new OutgoingRecord(
                        StoreNumbers.TOPIC,
                        "key " + number % 7,
                        Long.toString(number).getBytes(UTF_8),
                        Map.of()))
                .toList();
        Transactions.run(pool, tx -> outbox.add(tx, records));
        outbox.wake();
        await().atMost(SOON).until(() -> count("select count(*) from effect") == 1000);
        await().atMost(SOON).until(() -> outbox.pending() == 0);

        given().get("/progress")
                .then()
                .statusCode(200)
                .body("outbox", equalTo(0))
                .body("consumed.values().sum()", equalTo(1000));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'transport' }.data.inbox", equalTo("up"));
        try (var topics = new TransportTopics(bootstrap)) {
            assertThat(topics.read(StoreNumbers.NEXT_TOPIC)).hasSize(1000);
            readAgainFromWhereTheDatabaseSays(topics);
        }
    }

    private void readAgainFromWhereTheDatabaseSays(TransportTopics topics) throws Exception {
        Map<Integer, Long> middle = Map.of(0, 10L, 1, 20L);
        execute("delete from effect");
        execute("delete from consumed where partition = 2");
        for (var offset : middle.entrySet()) {
            execute("update consumed set next_offset = %d where partition = %d"
                    .formatted(offset.getValue(), offset.getKey()));
        }
        topics.admin()
                .removeMembersFromConsumerGroup("transport-test", new RemoveMembersFromConsumerGroupOptions())
                .all()
                .get();

        await().atMost(SOON)
                .until(() -> rows(
                                "select partition, min(at) from effect group by 1",
                                row -> Map.entry(row.getInteger(0), row.getLong(1)))
                        .containsAll(List.of(Map.entry(0, 10L), Map.entry(1, 20L), Map.entry(2, 0L))));
        await().atMost(SOON).until(() -> count("select count(*) from effect") == 1000 - 30);
    }

    private long count(String sql) {
        return rows(sql, row -> row.getLong(0)).getFirst();
    }

    private <T> List<T> rows(String sql, Function<Row, T> read) {
        List<T> rows = new ArrayList<>();
        pool.query(sql).executeAndAwait().forEach(row -> rows.add(read.apply(row)));
        return rows;
    }

    private void execute(String sql) {
        pool.query(sql).executeAndAwait();
    }
}
