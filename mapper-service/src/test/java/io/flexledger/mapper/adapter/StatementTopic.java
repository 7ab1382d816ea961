package io.flexledger.mapper.adapter;

import static io.flexledger.testing.Patience.await;

import com.github.luben.zstd.Zstd;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.mapper.ibkr.MappedStatement;
import io.flexledger.testing.TestStack;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The two ends of a running mapper: statements in, events out. */
public final class StatementTopic implements AutoCloseable {

    private static final String RAW = Topics.RAW_ARTIFACT.topic();
    private static final String EVENTS = Topics.CANONICAL_EVENT.topic();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrap = TestStack.running().bootstrap();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "max.request.size", Topics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());

    /** One event as it left: who it is addressed to, what it says of itself, and its content. */
    public record Published(String key, Map<String, String> headers, String json, CanonicalEvent event) {}

    /** Sends a statement as the ingestor does. */
    public RawArtifact send(String xml) {
        return send(xml.getBytes(StandardCharsets.UTF_8));
    }

    public RawArtifact send(byte[] statement) {
        RawArtifact artifact = MappedStatement.artifact(statement);
        send(artifact, Zstd.compress(statement));
        return artifact;
    }

    public void send(RawArtifact artifact, byte[] value) {
        var record = new ProducerRecord<>(RAW, artifact.account().value(), value);
        artifact.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when every statement sent so far has been read, and every event has left. */
    public void awaitAll() {
        Map<TopicPartition, Long> ends = ends(RAW);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            var progress = RestAssured.get("/progress").jsonPath();
            return ends.entrySet().stream().allMatch(end -> isRead(progress.getMap("consumed"), end))
                    && progress.getInt("outbox") == 0;
        });
    }

    private static boolean isRead(Map<String, Integer> consumed, Map.Entry<TopicPartition, Long> end) {
        return end.getValue() == 0 || consumed.getOrDefault(end.getKey().toString(), 0) >= end.getValue();
    }

    /** Every event of an account, in order. */
    public List<Published> events(String account) {
        List<Published> events = new ArrayList<>();
        for (var record : read()) {
            if (record.key().equals(account)) {
                events.add(published(record));
            }
        }
        return events;
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Published(
                record.key(),
                headers,
                new String(record.value(), StandardCharsets.UTF_8),
                ContractJson.read(record.value(), CanonicalEvent.class));
    }

    private List<ConsumerRecord<String, byte[]>> read() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, EVENTS);
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

    private Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
