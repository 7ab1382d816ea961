package io.flexledger.transport.relay;

import static io.flexledger.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.Topics;
import io.flexledger.testing.Settings;
import io.flexledger.testing.TestStack;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.RelaySignal;
import io.flexledger.transport.TransportDatabase;
import io.flexledger.transport.TransportTopics;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Troubles;
import io.flexledger.transport.outage.Troubles.Stand;
import io.flexledger.transport.outage.Troubles.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static TransportDatabase database;
    private static TransportTopics topics;

    private final List<OutboxRelay> relays = new ArrayList<>();
    private final RelaySignal signal = new RelaySignal();
    private final Troubles troubles = new Troubles();
    private Outbox outbox;

    @BeforeAll
    static void open() {
        database = TransportDatabase.fresh("realtime");
        topics = new TransportTopics(TestStack.running().bootstrap());
    }

    @AfterAll
    static void close() {
        topics.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.run("truncate outbox");
        outbox = new Outbox(database.pool(), signal);
    }

    @AfterEach
    void stopRelays() throws InterruptedException {
        for (OutboxRelay relay : relays) {
            relay.stop();
        }
    }

    @Test
    void carriesKeyValueAndHeaders() {
        String topic = topics.create("plain");
        database.add(List.of(new OutgoingRecord(topic, "key", bytes("value"), Map.of("ce_id", "7", "ce_type", "ü"))));
        start();
        awaitEmpty();

        assertThat(topics.read(topic)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("key");
            assertThat(text(record)).isEqualTo("value");
            Map<String, String> headers = new HashMap<>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            assertThat(headers).isEqualTo(Map.of("ce_id", "7", "ce_type", "ü"));
        });
    }

    @Test
    void keepsTheOrderOfEachKey() {
        String topic = topics.create("ordered");
        var random = new Random(42);
        Map<String, List<String>> expected = new HashMap<>();
        start();
        for (int transaction = 0; transaction < 60; transaction++) {
            int first = transaction * 100;
            database.add(IntStream.range(first, first + 100)
                    .mapToObj(number -> {
                        String key = "key " + random.nextInt(20);
                        expected.computeIfAbsent(key, _ -> new ArrayList<>()).add("value " + number);
                        return new OutgoingRecord(topic, key, bytes("value " + number), Map.of());
                    })
                    .toList());
            outbox.wake();
        }
        awaitEmpty();

        assertThat(valuesByKey(topic)).isEqualTo(expected);
    }

    @Test
    void sendsATombstoneAsNoValue() {
        String topic = topics.create("compacted");
        database.add(List.of(
                new OutgoingRecord(topic, "key", bytes("value"), Map.of()),
                new OutgoingRecord(topic, "key", null, Map.of("ce_id", "gone"))));
        start();
        awaitEmpty();

        assertThat(topics.read(topic)).extracting(ConsumerRecord::value).containsExactly(bytes("value"), null);
    }

    @Test
    void carriesTheLargestRecordsByteByByte() {
        String topic = topics.create("large");
        byte[] almost = new byte[15 * 1024 * 1024];
        byte[] largest = new byte[Topics.MAX_VALUE_BYTES];
        new Random(1).nextBytes(almost);
        new Random(2).nextBytes(largest);
        database.add(List.of(
                new OutgoingRecord(topic, "key", almost, Map.of()),
                new OutgoingRecord(topic, "key", bytes("small"), Map.of()),
                new OutgoingRecord(topic, "key", largest, Map.of())));
        start();
        awaitEmpty();

        var values = topics.read(topic).stream().map(ConsumerRecord::value).toList();
        assertThat(values).hasSize(3);
        assertThat(values.get(0)).isEqualTo(almost);
        assertThat(values.get(1)).isEqualTo(bytes("small"));
        assertThat(values.get(2)).isEqualTo(largest);
    }

    @Test
    void noticesRecordsOfAnotherProcessWithoutASignal() {
        String topic = topics.create("polled");
        start();
        database.add(List.of(new OutgoingRecord(topic, "key", bytes("value"), Map.of())));

        await().until(() -> outbox.pending() == 0);
    }

    @Test
    void onlyOneOfTwoSends() throws InterruptedException {
        String topic = topics.create("led");
        OutboxRelay leader = start();
        await().until(() -> locks() == 1);
        OutboxRelay other = start();
        await().until(() -> sessions() == 2);

        for (int i = 0; i < 200; i++) {
            database.add(List.of(new OutgoingRecord(topic, "key", bytes("value " + i), Map.of())));
        }
        awaitEmpty();
        assertThat(topics.read(topic)).hasSize(200);
        assertThat(locks()).isEqualTo(1);

        leader.stop();
        database.add(List.of(new OutgoingRecord(topic, "key", bytes("from the other"), Map.of())));
        awaitEmpty();
        assertThat(topics.read(topic)).hasSize(201);
        assertThat(relays).contains(other);
    }

    /** The end of its session is all the database sees of a process that died. */
    @Test
    void anotherTakesOverWhenTheLeaderIsGone() {
        String topic = topics.create("taken-over");
        start();
        await().until(() -> locks() == 1);
        start();
        for (int i = 0; i < 50; i++) {
            database.add(List.of(new OutgoingRecord(topic, "key", bytes("value " + i), Map.of())));
            if (i % 10 == 5) {
                database.run("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
            }
        }
        awaitEmpty();

        assertThat(topics.read(topic).stream().map(OutboxRelayTest::text).distinct())
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "value " + i).toList());
    }

    @Test
    void holdsOnlyTheKeyOfARefusedRecordAndSendsItOnceItIsAccepted() {
        String topic = topics.create("strict");
        topics.limit(topic, 200_000);
        byte[] tooLarge = new byte[500_000];
        new Random(3).nextBytes(tooLarge);
        database.add(List.of(
                new OutgoingRecord(topic, "bad", bytes("before"), Map.of()),
                new OutgoingRecord(topic, "bad", tooLarge, Map.of()),
                new OutgoingRecord(topic, "bad", bytes("after"), Map.of()),
                new OutgoingRecord(topic, "good", bytes("on its way"), Map.of())));
        start();
        await().until(() -> troubles.now().containsKey(Part.OUTBOX));
        await().until(() -> outbox.pending() == 2);
        database.add(List.of(
                new OutgoingRecord(topic, "bad", bytes("much later"), Map.of()),
                new OutgoingRecord(topic, "good", bytes("later"), Map.of())));
        await().until(() -> outbox.pending() == 3);

        assertThat(troubles.now())
                .isEqualTo(Map.of(Part.OUTBOX, new Trouble(Stand.STOPPED, "RecordTooLargeException")));
        assertThat(valuesByKey(topic).get("good")).containsExactly("on its way", "later");

        topics.limit(topic, 1_000_000);
        awaitEmpty();
        await().until(() -> troubles.now().isEmpty());
        // What had overtaken the refused record comes again behind it.
        assertThat(valuesByKey(topic).getOrDefault("bad", List.of()))
                .endsWith(new String(tooLarge, UTF_8), "after", "much later");
    }

    @Test
    void refusesWhatNoBrokerWouldTake() {
        String topic = topics.create("impossible");
        database.add(List.of(
                new OutgoingRecord(topic, "bad", new byte[Topics.MAX_RECORD_BYTES + 1], Map.of()),
                new OutgoingRecord(topic, "bad", bytes("after"), Map.of()),
                new OutgoingRecord("no such topic!", "key", bytes("value"), Map.of()),
                new OutgoingRecord(topic, "good", bytes("value"), Map.of())));
        start();
        await().until(() -> outbox.pending() == 3);

        assertThat(valuesByKey(topic)).isEqualTo(Map.of("good", List.of("value")));
        assertThat(troubles.now()).containsKey(Part.OUTBOX);
    }

    private OutboxRelay start() {
        RelayConfig config = Settings.of(
                RelayConfig.class, Map.of("transport.relay.refused-retry", "2s", "transport.relay.standby", "200ms"));
        OutboxRelay relay = new OutboxRelay(database.pool(), config, topics.broker(), signal, troubles);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void awaitEmpty() {
        await().until(() -> outbox.pending() == 0);
    }

    private static long locks() {
        return database.number("select count(*) from pg_locks where locktype = 'advisory' and granted");
    }

    private static long sessions() {
        return database.number(
                "select count(distinct pid) from pg_stat_activity where query like '%pg_try_advisory_lock%'"
                        + " and pid <> pg_backend_pid() or pid in (select pid from pg_locks where locktype = 'advisory')");
    }

    private static Map<String, List<String>> valuesByKey(String topic) {
        return topics.read(topic).stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key, Collectors.mapping(OutboxRelayTest::text, Collectors.toList())));
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
