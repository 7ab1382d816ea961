package io.flexledger.ledger.adapter.kafka;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Both ends of the running ledger: facts in, and what a reader of its topics sees. */
final class LedgerTopics {

    /** Accounts whose provisional fills are still to be folded. */
    private static final String LIVE = "findAll { it.liveFrom != null && it.held == null }";

    private LedgerTopics() {}

    static AccountId account() {
        return AccountId.of("U" + UUID.randomUUID().toString().substring(0, 8));
    }

    /**
     * What a reader sees of an account, without what names the account or counts the way there: a position that was open
     * for a while is told to be closed.
     */
    static List<String> told(AccountId account) {
        return published(account).values().stream()
                .filter(node -> !node.path("quantity").asText().equals("0"))
                .map(node -> node.without(List.of("version", "id", "account", "events"))
                        .toString()
                        .replaceAll("[0-9a-f-]{36}", "id")
                        .replace(account.value(), "account"))
                .toList();
    }

    static void send(List<CanonicalEvent> events) {
        var config =
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (var event : events) {
                var record = new ProducerRecord<>(
                        Topics.CANONICAL_EVENT.topic(), event.account().value(), ContractJson.write(event));
                CloudEvent.of(event)
                        .headers(CloudEvent.JSON)
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                var _ = producer.send(record); // closing the producer waits for all
            }
        }
    }

    /** The newest value of each of the account's keys, once the service has nothing left to do. */
    static SortedMap<String, ObjectNode> published(AccountId account) {
        awaitIdle();
        return readable(account);
    }

    /** The newest value of each of the account's keys as of now. */
    static SortedMap<String, ObjectNode> readable(AccountId account) {
        var newest = new TreeMap<String, ObjectNode>();
        for (var record : everything(List.of(Topics.JOURNAL_ENTRY, Topics.POSITION_UPDATE, Topics.NAV_SNAPSHOT))) {
            if (!record.key().startsWith(account + "/")) {
                continue;
            }
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), ContractJson.read(record.value(), ObjectNode.class));
            }
        }
        return newest;
    }

    /** Everything told of where the account's provisional fills stand, once there is nothing left to do; a fill's in order. */
    static List<FillStanding> standings(AccountId account) {
        awaitIdle();
        return everything(List.of(Topics.FILL_STANDING)).stream()
                .map(record -> ContractJson.read(record.value(), FillStanding.class))
                .filter(standing -> standing.account().equals(account))
                .toList();
    }

    private static void awaitIdle() {
        var end = new AtomicLong();
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(Topics.CANONICAL_EVENT.topic()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            end.set(ends.values().stream().mapToLong(Long::longValue).sum());
        }
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            var progress = given().get("/progress").as(ObjectNode.class);
            long consumed = 0;
            for (var offset : progress.get("consumed")) {
                consumed += offset.asLong();
            }
            return consumed >= end.get()
                    && given().get("/ledger/accounts").jsonPath().getList(LIVE).isEmpty()
                    && given().get("/progress")
                                    .as(ObjectNode.class)
                                    .get("outbox")
                                    .asLong()
                            == 0;
        });
    }

    private static List<ConsumerRecord<String, byte[]>> everything(List<Topics> topics) {
        try (var consumer = consumer()) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topic()).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        var config =
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap());
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
