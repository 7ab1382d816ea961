package io.flexledger.transport;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.transport.outage.Outage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database and the broker are killed and come back while records flow; nobody restarts the application. */
@QuarkusTest
@WithTestResource(FaultyStackResource.class)
class KilledStackTest {

    private static final int NUMBERS = 20_000;
    private static final int TRANSACTION = 50;
    private static final long DOWN = -1;
    private static final int KEYS = 37;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Pool pool;
    private final Outbox outbox;
    private final FaultyStack stack;
    private final TransportTopics topics;
    private final Map<TopicPartition, Long> before = new HashMap<>();

    @Inject
    KilledStackTest(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
        this.stack = FaultyStack.of(ConfigProvider.getConfig());
        this.topics = new TransportTopics(stack.ports().bootstrap());
    }

    @BeforeEach
    void empty() {
        pool.query("truncate effect, sent").executeAndAwait();
        for (String topic : List.of(StoreNumbers.TOPIC, StoreNumbers.NEXT_TOPIC)) {
            before.putAll(topics.ends(topic));
        }
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void losesAndDoublesNothingWhenTheDatabaseIsKilled() throws Exception {
        whileRecordsFlow(() -> {
            stack.killDatabase();
            await().atMost(RECOVERY).until(() -> transport().equals("DOWN"));
            stack.startDatabase();
        });
    }

    @Test
    void losesAndDoublesNothingWhenTheBrokerIsKilled() throws Exception {
        whileRecordsFlow(() -> {
            stack.killBroker();
            await().atMost(RECOVERY).until(() -> transport().equals("DOWN"));
            stack.startBroker();
        });
        // The producer went on with the round it was in, so not even the topics have a record twice.
        assertThat(fresh(StoreNumbers.TOPIC)).hasSize(NUMBERS);
        assertThat(fresh(StoreNumbers.NEXT_TOPIC)).hasSize(NUMBERS);
    }

    private void whileRecordsFlow(Runnable fault) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(this::write);
            await().atMost(RECOVERY).until(() -> count("effect") > NUMBERS / 10);
            assertThat(writer.isDone()).isFalse();
            fault.run();
            writer.get();
        }
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(Map.of("outbox", count("outbox"), "effect", count("effect")))
                        .isEqualTo(Map.of("outbox", 0L, "effect", sent())));

        // Every record in the topic had its effect once, and was passed on.
        assertThat(numbers("effect"))
                .isEqualTo(LongStream.range(0, NUMBERS).boxed().toList());
        inOrder(fresh(StoreNumbers.TOPIC));
        inOrder(fresh(StoreNumbers.NEXT_TOPIC));
        await().atMost(RECOVERY).until(() -> transport().equals("UP"));
    }

    /** A round may have been sent twice, but never with something left out before it. */
    private static void inOrder(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Long> last = new HashMap<>();
        for (var record : records) {
            long number = number(record);
            assertThat(number).isLessThanOrEqualTo(last.getOrDefault(record.key(), number % KEYS - KEYS) + KEYS);
            last.merge(record.key(), number, Math::max);
        }
        assertThat(last).hasSize(KEYS);
        last.forEach((key, number) -> assertThat(number).isGreaterThanOrEqualTo(NUMBERS - KEYS));
    }

    private void write() {
        for (long first = 0; first < NUMBERS; ) {
            List<Long> numbers =
                    LongStream.range(first, first + TRANSACTION).boxed().toList();
            try {
                if (!known(first)) {
                    Transactions.run(pool, tx -> send(tx, numbers));
                    outbox.wake();
                }
                first += TRANSACTION;
            } catch (RuntimeException failure) {
                if (!Outage.caused(failure)) {
                    throw failure;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private boolean known(long number) {
        return Transactions.read(
                pool,
                client -> client.preparedQuery("select 1 from sent where number = $1")
                                .executeAndAwait(Tuple.of(number))
                                .size()
                        > 0);
    }

    private void send(SqlConnection tx, List<Long> numbers) {
        tx.preparedQuery("insert into sent select unnest($1::bigint[])")
                .executeAndAwait(Tuple.of((Object) numbers.toArray(Long[]::new)));
        outbox.add(
                tx,
                numbers.stream()
                        .map(number -> new OutgoingRecord(
                                StoreNumbers.TOPIC,
                                "key " + number % KEYS,
                                Long.toString(number).getBytes(UTF_8),
                                Map.of()))
                        .toList());
    }

    private List<ConsumerRecord<String, byte[]>> fresh(String topic) {
        return topics.read(topic).stream()
                .filter(record -> record.offset() >= before.getOrDefault(partition(record), 0L))
                .toList();
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private long sent() {
        return topics.ends(StoreNumbers.TOPIC).entrySet().stream()
                .mapToLong(end -> end.getValue() - before.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private static String transport() {
        return given().get("/q/health/ready").path("checks.find { it.name == 'transport' }.status");
    }

    private long count(String table) {
        try {
            return Transactions.read(
                    pool,
                    client -> client.query("select count(*) from " + table)
                            .executeAndAwait()
                            .iterator()
                            .next()
                            .getLong(0));
        } catch (RuntimeException _) {
            return DOWN;
        }
    }

    private List<Long> numbers(String table) {
        return pool.query("select distinct number from " + table + " order by 1").executeAndAwait().stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    private static long number(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(new String(record.value(), UTF_8));
    }
}
