package io.flexledger.benchmarks.live;

import io.flexledger.benchmarks.InstalledLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What the same broker and database take for the steps no fill can do without: a row is committed, a record is sent to the
 * broker and read from it, and a second row is committed.
 */
final class RoundTrips {

    private static final int WARM_UPS = 100;
    private static final TopicPartition TOPIC = new TopicPartition("benchmark-round-trip", 0);
    private static final String MADE = """
        create schema if not exists benchmark;
        create table if not exists benchmark.row (id bigint generated always as identity primary key, text text)
        """;

    private RoundTrips() {}

    /** At the pace the fills come, since what is idle wakes slowly. */
    static Latencies measure(InstalledLedger ledger, int count, int perSecond) throws Exception {
        var config = Map.<String, Object>of("bootstrap.servers", ledger.ports().bootstrap(), "linger.ms", 0);
        try (var admin = Admin.create(config)) {
            var topic = new NewTopic(TOPIC.topic(), Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }
        var durations = new ArrayList<Duration>();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
                var database = ledger.database();
                var statement = database.createStatement()) {
            statement.execute(MADE);
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            for (int i = -WARM_UPS; i < count; i++) {
                var start = Instant.now();
                commit(database);
                var acknowledgement = producer.send(new ProducerRecord<>(TOPIC.topic(), "a fill"));
                while (consumer.poll(Duration.ofSeconds(5)).isEmpty()) {
                    // Not there yet.
                }
                acknowledgement.get();
                commit(database);
                var took = Duration.between(start, Instant.now());
                if (i >= 0) {
                    durations.add(took);
                }
                Thread.sleep(Math.max(0, 1_000 / perSecond - took.toMillis()));
            }
        }
        return Latencies.of(durations);
    }

    private static void commit(Connection database) throws SQLException {
        try (var insert = database.prepareStatement("insert into benchmark.row (text) values (?)")) {
            insert.setString(1, "a fill");
            insert.executeUpdate();
        }
    }
}
