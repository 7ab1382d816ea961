package io.flexledger.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.TestStack;
import io.flexledger.transport.outage.Persistence;
import io.flexledger.transport.outage.Troubles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxAssignmentTest {

    private static final int RECORDS = 10;

    private static TransportDatabase database;
    private static TransportTopics topics;

    private String topic;
    private Inbox inbox;
    private InboxAssignment assignment;

    @BeforeAll
    static void open() {
        database = TransportDatabase.fresh("mapping");
        topics = new TransportTopics(TestStack.running().bootstrap());
    }

    @AfterAll
    static void close() {
        topics.close();
        database.close();
    }

    @BeforeEach
    void fill() throws Exception {
        database.run("truncate consumed");
        topic = topics.create("assigned");
        var persistence = new Persistence(new Troubles());
        inbox = new Inbox(database.pool(), new Outbox(database.pool(), new RelaySignal()), persistence);
        assignment = new InboxAssignment(database.pool(), inbox, persistence);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (var producer = new KafkaProducer<>(topics.broker(), new StringSerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < TransportTopics.PARTITIONS; partition++) {
                for (int i = 0; i < RECORDS; i++) {
                    byte[] value = ("value " + i).getBytes(UTF_8);
                    sent.add(producer.send(new ProducerRecord<>(topic, partition, "key", value)));
                }
            }
        }
        for (var acknowledgement : sent) {
            acknowledgement.get();
        }
    }

    @Test
    void beginsWhereTheDatabaseSaysAndElseAtTheBeginning() {
        processed(0, 4);
        processed(1, RECORDS);

        assertThat(firstOffsets("nothing-committed", 6 + RECORDS)).isEqualTo(Map.of(0, 4L, 2, 0L));
    }

    /** A group that has committed more than it has processed loses records, unless its commits do not count. */
    @Test
    void doesNotTrustOffsetsCommittedToKafka() throws Exception {
        processed(0, 4);
        processed(1, RECORDS);
        var end = new OffsetAndMetadata(RECORDS);
        topics.admin()
                .alterConsumerGroupOffsets(
                        "too-far", Map.of(partition(0), end, partition(1), new OffsetAndMetadata(2), partition(2), end))
                .all()
                .get();

        assertThat(firstOffsets("too-far", 6 + RECORDS)).isEqualTo(Map.of(0, 4L, 2, 0L));
    }

    @Test
    void stopsWhenTheTopicIsShorterThanWhatWasProcessed() {
        processed(1, RECORDS + 1);

        try (var consumer = topics.consumer(Map.of())) {
            consumer.assign(List.of(partition(1)));
            assertThatThrownBy(() -> assignment.onPartitionsAssigned(consumer, List.of(partition(1))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(topic + "-1 ends at offset 10, but was processed up to 11:"
                            + " the broker has lost records, or the topic was made anew");
            var anything = new ConsumerRecord<>(topic, 1, 0L, "key", new byte[0]);
            assertThatThrownBy(() -> inbox.process(
                            new ConsumerRecords<>(Map.of(partition(1), List.of(anything)), Map.of()),
                            (tx, fresh) -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("no place to start from");
        }
    }

    private Map<Integer, Long> firstOffsets(String group, int expected) {
        Map<Integer, Long> first = new HashMap<>();
        try (var consumer = topics.consumer(Map.of("group.id", group))) {
            consumer.subscribe(List.of(topic), listener(consumer));
            int seen = 0;
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (seen < expected && System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    first.putIfAbsent(record.partition(), record.offset());
                    seen++;
                }
            }
            assertThat(seen).isEqualTo(expected);
        }
        return first;
    }

    /** As the channel calls it. */
    private ConsumerRebalanceListener listener(KafkaConsumer<?, ?> consumer) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                assignment.onPartitionsAssigned(consumer, partitions);
            }
        };
    }

    private void processed(int partition, long next) {
        database.run("insert into consumed values ('%s', %d, %d)".formatted(topic, partition, next));
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topic, number);
    }
}
