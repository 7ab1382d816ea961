package io.flexledger.transport;

import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Runs the effect of each record once: the effect and the partition's next offset are one transaction, and a record
 * below that offset is dropped. Kafka's own committed offsets play no part.
 */
@ApplicationScoped
public class Inbox {

    private final Pool pool;
    private final Outbox outbox;
    private final Persistence persistence;

    /** First offset of the batch that failed last, by partition. */
    private final Map<TopicPartition, Long> failed = new ConcurrentHashMap<>();

    Inbox(Pool pool, Outbox outbox, Persistence persistence) {
        this.pool = pool;
        this.outbox = outbox;
        this.persistence = persistence;
    }

    /**
     * Returns when the batch is committed. An outage of the database, or a conflict with another transaction, is waited
     * out however long it lasts; any other failure passes, and nothing of the batch is visible. Blocks, so call it on a
     * virtual or worker thread.
     */
    public void process(ConsumerRecords<String, byte[]> records, BatchEffect effect) {
        if (records.isEmpty()) {
            return;
        }
        Part part = Part.inbox(records.partitions().stream()
                .map(TopicPartition::topic)
                .distinct()
                .sorted()
                .collect(Collectors.joining("+")));
        try {
            persistence.through(part, () -> {
                Transactions.run(pool, tx -> commit(tx, records, effect));
                return records.count();
            });
        } catch (RuntimeException bug) {
            records.partitions().forEach(partition -> failed.put(partition, first(records, partition)));
            throw bug;
        }
        forget(records.partitions());
        outbox.wake();
    }

    /** These partitions are read again from their next offset, whatever failed before. */
    void forget(Collection<TopicPartition> partitions) {
        failed.keySet().removeAll(partitions);
    }

    private void commit(SqlConnection tx, ConsumerRecords<String, byte[]> records, BatchEffect effect) {
        var next = ConsumedTable.lock(tx, records.partitions());
        refuseGap(records, next);
        var fresh = fresh(records, next);
        if (!fresh.isEmpty()) {
            effect.apply(tx, fresh);
            ConsumedTable.store(tx, after(fresh));
        }
    }

    /** A channel that carries on behind a failed batch would lose it for ever. */
    private void refuseGap(ConsumerRecords<String, byte[]> records, Map<TopicPartition, Long> next) {
        next.forEach((partition, offset) -> {
            Long failure = failed.get(partition);
            if (failure != null && offset <= failure && first(records, partition) > failure) {
                throw new IllegalStateException("records of %s from offset %d on were not processed, yet %d comes next"
                        .formatted(partition, offset, first(records, partition)));
            }
        });
    }

    private static List<ConsumerRecord<String, byte[]>> fresh(
            ConsumerRecords<String, byte[]> records, Map<TopicPartition, Long> next) {
        List<ConsumerRecord<String, byte[]>> fresh = new ArrayList<>(records.count());
        next.forEach((partition, offset) -> {
            for (var record : records.records(partition)) {
                if (record.offset() >= offset) {
                    fresh.add(record);
                }
            }
        });
        return fresh;
    }

    private static Map<TopicPartition, Long> after(List<ConsumerRecord<String, byte[]>> fresh) {
        Map<TopicPartition, Long> after = new HashMap<>();
        fresh.forEach(record ->
                after.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
        return after;
    }

    private static long first(ConsumerRecords<String, byte[]> records, TopicPartition partition) {
        return records.records(partition).getFirst().offset();
    }
}
