package io.flexledger.benchmarks.live;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.EventId;
import io.flexledger.testing.gateway.wire.Execution;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The fills on {@code canonical-event} from now on, and when they came. */
final class FillTopic implements AutoCloseable {

    private static final byte[] FILL = (CloudEvent.TYPE_PREFIX + "fill.v1").getBytes(StandardCharsets.UTF_8);

    private final List<Arrival> arrivals = new ArrayList<>();
    private final CountDownLatch reading = new CountDownLatch(1);
    private volatile boolean closed;

    /** Read when nothing is measured any more. */
    private record Arrival(Instant arrived, ConsumerRecord<String, byte[]> record) {}

    /**
     * A version of a fill.
     *
     * @param taken   when the listener began to keep it
     * @param sent    when the outbox handed it to the broker, so after its transaction
     * @param arrived when this reader had it
     */
    record Told(String execution, EventId event, Instant taken, Instant sent, Instant arrived) {}

    private FillTopic() {}

    static FillTopic read(String bootstrap) throws InterruptedException {
        var topic = new FillTopic();
        Thread.ofPlatform().daemon().name("fill-topic").start(() -> topic.follow(bootstrap));
        topic.reading.await();
        return topic;
    }

    private void follow(String bootstrap) {
        var config = Map.<String, Object>of("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.CANONICAL_EVENT.topic()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position); // else the end is looked for later
            reading.countDown();
            while (!closed) {
                var records = consumer.poll(Duration.ofMillis(200));
                var now = Instant.now();
                records.forEach(record -> arrived(record, now));
            }
        }
    }

    private synchronized void arrived(ConsumerRecord<String, byte[]> record, Instant now) {
        var type = record.headers().lastHeader("ce_type");
        if (type != null && Arrays.equals(type.value(), FILL)) {
            arrivals.add(new Arrival(now, record));
        }
    }

    /** In order. */
    synchronized List<Told> told() {
        return arrivals.stream().map(FillTopic::told).toList();
    }

    /** When each execution came first. */
    Map<String, Instant> first(Function<Told, Instant> when) {
        var first = new HashMap<String, Instant>();
        told().forEach(one -> first.putIfAbsent(one.execution(), when.apply(one)));
        return first;
    }

    /** The same by execution, of what is by event. */
    Map<String, Instant> byExecution(Map<EventId, Instant> seen) {
        var byExecution = new HashMap<String, Instant>();
        told().forEach(one -> {
            var at = seen.get(one.event());
            if (at != null) {
                byExecution.put(one.execution(), at);
            }
        });
        return byExecution;
    }

    private static Told told(Arrival arrival) {
        var fill = ContractJson.read(arrival.record().value(), Fill.class);
        return new Told(
                Execution.family(Objects.requireNonNull(fill.ids().execId())),
                fill.id(),
                fill.fact().statedAt(),
                Instant.ofEpochMilli(arrival.record().timestamp()),
                arrival.arrived());
    }

    @Override
    public void close() {
        closed = true;
    }
}
