package io.flexledger.cli.tail;

import io.flexledger.contracts.Topics;
import io.flexledger.stack.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic without being a member of any group, so nobody notices. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Comparator<ConsumerRecord<String, byte[]>> BY_TIME =
            Comparator.<ConsumerRecord<String, byte[]>>comparingLong(ConsumerRecord::timestamp)
                    .thenComparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final AtomicBoolean stopped = new AtomicBoolean();

    public TopicReader(Ports ports, Topics topic) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ports.bootstrap(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        15_000,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        Topics.MAX_RECORD_BYTES),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic.topic(), number))
                .toList();
        consumer.assign(partitions);
    }

    /** Takes a record and says whether to go on. */
    public interface Sink {

        boolean take(ConsumerRecord<String, byte[]> record);
    }

    /** Every record from the beginning or from now on, for as long as the sink takes them. */
    public void follow(boolean fromBeginning, Predicate<ConsumerRecord<String, byte[]>> wanted, Sink sink) {
        seek(fromBeginning);
        read(() -> false, wanted, sink);
    }

    /** The first so many of the records there are now. */
    public void first(int limit, Predicate<ConsumerRecord<String, byte[]>> wanted, Sink sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        seek(true);
        int[] left = {limit};
        read(() -> left[0] == 0 || reached(ends), wanted.and(inside(ends)), record -> {
            left[0]--;
            return sink.take(record) && left[0] > 0;
        });
    }

    /** The newest so many of the records there are now, oldest first. */
    public void last(int limit, Predicate<ConsumerRecord<String, byte[]>> wanted, boolean all, Sink sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        seek(true);
        if (!all) { // Each partition may hold all of the newest, but no more than that of it is needed.
            consumer.beginningOffsets(partitions)
                    .forEach((partition, begin) ->
                            consumer.seek(partition, Math.max(begin, ends.getOrDefault(partition, 0L) - limit)));
        }
        PriorityQueue<ConsumerRecord<String, byte[]>> newest = new PriorityQueue<>(BY_TIME);
        read(() -> reached(ends), wanted.and(inside(ends)), record -> {
            newest.add(record);
            if (newest.size() > limit) {
                newest.remove();
            }
            return true;
        });
        while (!newest.isEmpty() && sink.take(newest.remove())) {
            // The sink does the work.
        }
    }

    /** Ends a read from another thread. */
    public void stop() {
        stopped.set(true);
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void seek(boolean beginning) {
        if (beginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
    }

    private void read(
            java.util.function.BooleanSupplier done, Predicate<ConsumerRecord<String, byte[]>> wanted, Sink sink) {
        try {
            while (!stopped.get() && !done.getAsBoolean()) {
                for (ConsumerRecord<String, byte[]> record : byTime(consumer.poll(POLL))) {
                    if (wanted.test(record) && !sink.take(record)) {
                        return;
                    }
                }
            }
        } catch (WakeupException e) {
            if (!stopped.get()) {
                throw e;
            }
        }
    }

    private static List<ConsumerRecord<String, byte[]>> byTime(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> sorted = new ArrayList<>();
        records.forEach(sorted::add);
        sorted.sort(BY_TIME);
        return sorted;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        Collection<Map.Entry<TopicPartition, Long>> all = ends.entrySet();
        return all.stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Predicate<ConsumerRecord<String, byte[]>> inside(Map<TopicPartition, Long> ends) {
        return record ->
                record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
    }
}
