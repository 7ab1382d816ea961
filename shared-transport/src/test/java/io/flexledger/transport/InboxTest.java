package io.flexledger.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.Topics;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.flexledger.transport.outage.Troubles;
import io.flexledger.transport.outage.Troubles.Stand;
import io.flexledger.transport.outage.Troubles.Trouble;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final TopicPartition FIRST = new TopicPartition("facts", 0);
    private static final TopicPartition SECOND = new TopicPartition("facts", 1);

    private static TransportDatabase database;

    private Troubles troubles;
    private Outbox outbox;
    private Inbox inbox;

    @BeforeAll
    static void open() {
        database = TransportDatabase.fresh("mapping");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.run("truncate consumed, outbox, effect");
        troubles = new Troubles();
        outbox = new Outbox(database.pool(), new RelaySignal());
        inbox = new Inbox(database.pool(), outbox, new Persistence(troubles));
    }

    @Test
    void commitsEffectOffsetAndOutgoingRecordsTogether() {
        inbox.process(batch(FIRST, 0, 3), this::storeAndTell);

        assertThat(effects()).containsExactly(0L, 1L, 2L);
        assertThat(offsets()).containsExactly(Map.entry(FIRST, 3L));
        assertThat(outbox.pending()).isEqualTo(3);
    }

    @Test
    void leavesNothingBehindAFailedEffectAndTakesTheBatchWhenItIsRepaired() {
        assertThatThrownBy(() -> inbox.process(batch(FIRST, 0, 3), (tx, fresh) -> {
                    storeAndTell(tx, fresh);
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");

        assertThat(effects()).isEmpty();
        assertThat(offsets()).isEmpty();
        assertThat(outbox.pending()).isZero();
        assertThat(troubles.now())
                .containsEntry(Part.inbox("facts"), new Trouble(Stand.STOPPED, "IllegalStateException"));

        inbox.process(batch(FIRST, 0, 3), this::storeAndTell);

        assertThat(effects()).containsExactly(0L, 1L, 2L);
        assertThat(outbox.pending()).isEqualTo(3);
        assertThat(troubles.now()).isEmpty();
    }

    /** What virtual threads would do to a channel. */
    @Test
    void refusesTwoBatchesOfAPartitionAtOnce() {
        inbox.process(
                batch(FIRST, 0, 3),
                (tx, fresh) -> assertThatThrownBy(() -> inbox.process(batch(FIRST, 3, 6), this::storeAndTell))
                        .hasMessageContaining("two batches of [facts-0] at once"));

        inbox.process(batch(FIRST, 3, 6), this::storeAndTell);
        assertThat(offsets()).containsExactly(Map.entry(FIRST, 6L));
    }

    @Test
    void refusesAHoleInATopicThatKeepsEverything() {
        var kept = new TopicPartition(Topics.Names.CANONICAL_EVENT, 0);
        inbox.process(batch(kept, 0, 3), this::storeAndTell);

        assertThatThrownBy(() -> inbox.process(batch(kept, 4, 6), this::storeAndTell))
                .hasMessage("records of canonical-event-0 from offset 3 on were not processed, yet 4 comes next");
        var compacted = new TopicPartition(Topics.Names.NAV_SNAPSHOT, 0);
        inbox.process(batch(compacted, 100, 103), this::storeAndTell);
        inbox.process(batch(compacted, 110, 113), this::storeAndTell);
        assertThat(offsets()).containsExactly(Map.entry(kept, 3L), Map.entry(compacted, 113L));
    }

    @Test
    void refusesToCarryOnBehindAFailedBatch() {
        assertThatThrownBy(() -> inbox.process(batch(FIRST, 0, 3), InboxTest::fail))
                .hasMessage("a bug");

        assertThatThrownBy(() -> inbox.process(batch(FIRST, 3, 6), this::storeAndTell))
                .hasMessage("records of facts-0 from offset 0 on were not processed, yet 3 comes next");

        assertThat(effects()).isEmpty();
        inbox.process(batch(SECOND, 3, 6), this::storeAndTell);
        assertThat(effects()).containsExactly(3L, 4L, 5L);
    }

    /** PostgreSQL answers such a commit with a rollback, and without an error. */
    @Test
    void isNotFooledByAnEffectThatHidesAFailedStatement() {
        assertThatThrownBy(() -> inbox.process(batch(FIRST, 0, 1), (tx, fresh) -> {
                    try {
                        tx.query("select 1 / 0").executeAndAwait();
                    } catch (PgException _) {
                        return;
                    }
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(offsets()).isEmpty();
    }

    @Test
    void passesABrokenConstraintOn() {
        assertThatThrownBy(() -> inbox.process(
                        batch(FIRST, 0, 1),
                        (tx, fresh) ->
                                tx.query("insert into effect values (1), (1)").executeAndAwait()))
                .isInstanceOfSatisfying(
                        PgException.class, bug -> assertThat(bug.getSqlState()).isEqualTo("23505"));
    }

    @Nested
    class Redelivery {

        @Test
        void dropsWhatIsProcessed() {
            inbox.process(batch(FIRST, 0, 3), InboxTest.this::storeAndTell);
            inbox.process(batch(FIRST, 0, 3), InboxTest::fail);

            assertThat(effects()).containsExactly(0L, 1L, 2L);
            assertThat(offsets()).containsExactly(Map.entry(FIRST, 3L));
        }

        @Test
        void keepsTheNewPartOfABatch() {
            inbox.process(batch(FIRST, 0, 3), InboxTest.this::storeAndTell);
            inbox.process(batch(FIRST, 1, 5), InboxTest.this::storeAndTell);

            assertThat(effects()).containsExactly(0L, 1L, 2L, 3L, 4L);
        }

        @Test
        void looksAtEachPartitionByItself() {
            inbox.process(batch(FIRST, 0, 3), InboxTest.this::storeAndTell);
            inbox.process(
                    records(Map.of(FIRST, offsets(2, 4), SECOND, offsets(100, 102))), InboxTest.this::storeAndTell);

            assertThat(effects()).containsExactly(0L, 1L, 2L, 3L, 100L, 101L);
            assertThat(offsets()).containsExactly(Map.entry(FIRST, 4L), Map.entry(SECOND, 102L));
        }

        /** As when a partition moves to another process that starts with the same records. */
        @Test
        void runsTheEffectOnceWhenTwoMeetOnANewPartition() throws Exception {
            var entered = new CountDownLatch(1);
            var calls = new AtomicInteger();
            BatchEffect slow = (tx, fresh) -> {
                calls.incrementAndGet();
                entered.countDown();
                tx.query("select pg_sleep(0.3)").executeAndAwait();
                storeAndTell(tx, fresh);
            };
            var elsewhere = new Inbox(database.pool(), outbox, new Persistence(troubles));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var one = threads.submit(() -> inbox.process(batch(FIRST, 0, 3), slow));
                entered.await();
                var two = threads.submit(() -> elsewhere.process(batch(FIRST, 0, 3), slow));
                one.get(1, TimeUnit.MINUTES);
                two.get(1, TimeUnit.MINUTES);
            }

            assertThat(calls).hasValue(1);
            assertThat(effects()).containsExactly(0L, 1L, 2L);
        }
    }

    @Nested
    class Outages {

        @Test
        void tryAgainFromTheStartAfterALostConnection() {
            var attempts = new AtomicInteger();
            inbox.process(batch(FIRST, 0, 3), (tx, fresh) -> {
                storeAndTell(tx, fresh);
                if (attempts.incrementAndGet() <= 2) {
                    assertThat(troubles.now()).hasSize(attempts.get() == 1 ? 0 : 1);
                    tx.query("select pg_terminate_backend(pg_backend_pid())").executeAndAwait();
                }
            });

            assertThat(attempts).hasValue(3);
            assertThat(effects()).containsExactly(0L, 1L, 2L);
            assertThat(outbox.pending()).isEqualTo(3);
            assertThat(troubles.now()).isEmpty();
        }

        @Test
        void includeConflictsWithOtherTransactions() {
            var states = List.of("40001", "40P01").iterator();
            inbox.process(batch(FIRST, 0, 1), (tx, fresh) -> {
                storeAndTell(tx, fresh);
                if (states.hasNext()) {
                    tx.query("do $$ begin raise exception using errcode = '" + states.next() + "'; end $$")
                            .executeAndAwait();
                }
            });

            assertThat(states.hasNext()).isFalse();
            assertThat(effects()).containsExactly(0L);
        }
    }

    private void storeAndTell(SqlConnection tx, List<ConsumerRecord<String, byte[]>> fresh) {
        for (var record : fresh) {
            tx.preparedQuery("insert into effect values ($1, $2, $1)")
                    .executeAndAwait(Tuple.of(record.offset(), record.topic()));
        }
        outbox.add(
                tx,
                fresh.stream()
                        .map(record -> new OutgoingRecord("told", record.key(), record.value(), Map.of()))
                        .toList());
    }

    private static void fail(SqlConnection tx, List<ConsumerRecord<String, byte[]>> fresh) {
        throw new IllegalStateException("a bug");
    }

    private static List<Long> effects() {
        return database.rows("select number from effect order by number", row -> row.getLong(0));
    }

    private static Map<TopicPartition, Long> offsets() {
        return ConsumedTable.all(database.pool());
    }

    private static ConsumerRecords<String, byte[]> batch(TopicPartition partition, long from, long to) {
        return records(Map.of(partition, offsets(from, to)));
    }

    private static List<Long> offsets(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private static ConsumerRecords<String, byte[]> records(Map<TopicPartition, List<Long>> offsets) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new LinkedHashMap<>();
        offsets.forEach((partition, numbers) -> {
            List<ConsumerRecord<String, byte[]>> list = new ArrayList<>();
            numbers.forEach(offset -> list.add(new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    offset,
                    "key",
                    ("value " + offset).getBytes(StandardCharsets.UTF_8))));
            records.put(partition, list);
        });
        return new ConsumerRecords<>(records, Map.of());
    }
}
