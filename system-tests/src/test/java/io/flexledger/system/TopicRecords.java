package io.flexledger.system;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a topic says, read from its beginning to where it ends now. */
final class TopicRecords {

    private TopicRecords() {}

    /** The newest value of every key of an account; withdrawn keys are gone. */
    static <T> List<T> newest(String bootstrap, Topics topic, String account, Class<T> type) {
        SequencedMap<String, byte[]> newest = new LinkedHashMap<>();
        read(bootstrap, topic, record -> {
            if (record.key().startsWith(account + "/")) {
                newest.remove(record.key());
                if (record.value() != null) {
                    newest.put(record.key(), record.value());
                }
            }
        });
        return newest.values().stream()
                .map(json -> ContractJson.read(json, type))
                .toList();
    }

    /** Every value of an account, in the order of its arrival. */
    static List<byte[]> all(String bootstrap, Topics topic, String account) {
        var all = new ArrayList<byte[]>();
        read(bootstrap, topic, record -> {
            if (record.key().equals(account)) {
                all.add(record.value());
            }
        });
        return all;
    }

    private static void read(String bootstrap, Topics topic, Consumer<ConsumerRecord<String, byte[]>> to) {
        var config = Map.<String, Object>of("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.topic()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(to);
            }
        }
    }
}
