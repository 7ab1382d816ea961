package io.flexledger.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a client of the broker does in these tests. */
record KafkaClients(String bootstrap) {

    private static final int LARGEST = 17 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    void createTopic(String topic) throws Exception {
        try (Admin admin = admin()) {
            NewTopic large =
                    new NewTopic(topic, 1, (short) 1).configs(Map.of("max.message.bytes", Integer.toString(LARGEST)));
            admin.createTopics(List.of(large)).all().get();
        }
    }

    /** Returns once the broker has acknowledged the record. */
    void send(String topic, String key, byte[] value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "max.block.ms",
                2000,
                "max.request.size",
                LARGEST);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** The first records this group has not committed yet, in order; commits them. */
    List<ConsumerRecord<String, byte[]>> poll(String topic, String group) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", group,
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false,
                "fetch.max.bytes", LARGEST,
                "max.partition.fetch.bytes", LARGEST);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(100));
                if (!records.isEmpty()) {
                    consumer.commitSync();
                    return records.records(new TopicPartition(topic, 0));
                }
            }
            throw new AssertionError("no record on %s within %s".formatted(topic, PATIENCE));
        }
    }
}
