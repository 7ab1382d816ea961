package io.flexledger.transport;

import io.flexledger.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Topics of a test's own on a running broker. */
public final class TransportTopics implements AutoCloseable {

    public static final int PARTITIONS = 3;

    private final String bootstrap;
    private final Admin admin;

    public TransportTopics(String bootstrap) {
        this.bootstrap = bootstrap;
        this.admin = Admin.create(broker());
    }

    /** Returns when a broker that has just been started answers. */
    public static void awaitBroker(String bootstrap) {
        Map<String, Object> patient = Map.of(
                "bootstrap.servers", bootstrap,
                "default.api.timeout.ms", 60_000,
                "request.timeout.ms", 60_000,
                "reconnect.backoff.max.ms", 200);
        try (Admin admin = Admin.create(patient)) {
            get(admin.describeCluster().controller());
        }
    }

    public Map<String, Object> broker() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    /** Returns a name no other test uses. */
    public String create(String prefix) {
        String name = prefix + "-" + UUID.randomUUID();
        create(name, Topics.MAX_RECORD_BYTES);
        return name;
    }

    /** Once for a name: topics outlive the application under test. */
    public void ensure(String name) {
        try {
            if (!admin.listTopics().names().get().contains(name)) {
                create(name, Topics.MAX_RECORD_BYTES);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void create(String name, int maxBytes) {
        get(admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)
                        .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes)))))
                .all());
    }

    public void limit(String topic, int maxBytes) {
        var entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes));
        get(admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                .all());
    }

    public Admin admin() {
        return admin;
    }

    public KafkaConsumer<String, byte[]> consumer(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(broker());
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        config.putAll(settings);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Everything that is in the topic now, partition by partition. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(Map.of())) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Next offset of each partition. */
    public Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(Map.of())) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static void get(KafkaFuture<?> future) {
        try {
            future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
