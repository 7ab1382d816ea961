package io.flexledger.ingestor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexledger.contracts.Topics;
import io.flexledger.testing.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is in the database and on the topics, whatever the service says. */
final class Stored {

    private Stored() {}

    /** A connection of the test's own, in the service's schema. */
    static Connection connect() throws SQLException {
        var stack = TestStack.running();
        var connection = DriverManager.getConnection(stack.jdbcUrl(), "ingest", stack.dbPassword());
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = ingest");
        }
        return connection;
    }

    static long count(String from) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var result = statement.executeQuery("select count(*) from " + from);
            result.next();
            return result.getLong(1);
        }
    }

    /** Ids on the topic by account, in order, as often as each was sent. */
    static Map<String, List<String>> published(Set<String> accounts) {
        var ids = new HashMap<String, List<String>>();
        records(Topics.Names.RAW_ARTIFACT, record -> {
            if (accounts.contains(record.key())) {
                ids.computeIfAbsent(record.key(), _ -> new ArrayList<>())
                        .add(new String(record.headers().lastHeader("ce_id").value(), UTF_8));
            }
        });
        return ids;
    }

    /** Every record that is on a topic now. */
    static void records(String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }
}
