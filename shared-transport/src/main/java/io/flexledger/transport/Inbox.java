package io.flexledger.transport;

import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final PartitionOrder order = new PartitionOrder();

    public Inbox(Pool pool, Outbox outbox, Persistence persistence) {
        this.pool = pool;
        this.outbox = outbox;
        this.persistence = persistence;
    }

    /**
     * Returns when the batch is committed. The channel's method must be {@code @Blocking}, which hands over one batch after
     * the other; on virtual threads batches overtake one another.
     *
     * <p> An outage of the database, or a conflict with another transaction, is waited
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
        persistence.through(part, () -> {
            inOrder(records, effect);
            return records.count();
        });
        outbox.wake();
    }

    /** Next offset of each partition, as committed; a partition nothing was read from is absent. */
    public Map<TopicPartition, Long> consumed() {
        return Transactions.read(pool, ConsumedTable::all);
    }

    PartitionOrder order() {
        return order;
    }

    private void inOrder(ConsumerRecords<String, byte[]> records, BatchEffect effect) {
        order.enter(records.partitions());
        try {
            Transactions.run(pool, tx -> commit(tx, records, effect));
            order.succeeded(records.partitions());
        } catch (RuntimeException | Error failure) {
            records.partitions().forEach(partition -> order.failed(partition, first(records, partition)));
            throw failure;
        } finally {
            order.leave(records.partitions());
        }
    }

    private void commit(SqlConnection tx, ConsumerRecords<String, byte[]> records, BatchEffect effect) {
        var next = ConsumedTable.lock(tx, records.partitions());
        next.forEach((partition, offset) -> order.check(partition, offset, first(records, partition)));
        var fresh = fresh(records, next);
        if (!fresh.isEmpty()) {
            effect.apply(tx, fresh);
            ConsumedTable.store(tx, after(fresh));
        }
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
        fresh.forEach(record -> after.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
        return after;
    }

    private static long first(ConsumerRecords<String, byte[]> records, TopicPartition partition) {
        return records.records(partition).getFirst().offset();
    }
}
