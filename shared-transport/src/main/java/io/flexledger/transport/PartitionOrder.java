package io.flexledger.transport;

import io.flexledger.contracts.Topics;
import io.flexledger.contracts.Topics.Retention;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Refuses batches out of order. A later batch that commits first moves the next offset past an earlier one, whose
 * records would then be dropped as duplicates; nothing in the database tells the two apart.
 */
final class PartitionOrder {

    private final Set<TopicPartition> inWork = ConcurrentHashMap.newKeySet();

    /** First offset of the batch that failed last. */
    private final Map<TopicPartition, Long> failed = new ConcurrentHashMap<>();

    /** Where a partition begins, as far as it was assigned. */
    private final Map<TopicPartition, Long> beginnings = new ConcurrentHashMap<>();

    private final Map<TopicPartition, String> refused = new ConcurrentHashMap<>();

    /** From here to {@link #leave} no other batch of these partitions may come. */
    synchronized void enter(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            String reason = refused.get(partition);
            if (reason != null) {
                throw new IllegalStateException(reason);
            }
        }
        if (partitions.stream().anyMatch(inWork::contains)) {
            throw new IllegalStateException(
                    "two batches of %s at once: the channel's method must be @Blocking, which keeps order"
                            .formatted(partitions));
        }
        inWork.addAll(partitions);
    }

    void leave(Collection<TopicPartition> partitions) {
        inWork.removeAll(partitions);
    }

    /**
     * Looks at a batch once its partition is locked.
     *
     * @param next  the partition's next offset, 0 if nothing of it was processed
     * @param first offset of the batch
     */
    void check(TopicPartition partition, long next, long first) {
        Long failure = failed.get(partition);
        boolean behindFailure = failure != null && next <= failure && first > failure;
        long expected = next > 0 ? next : beginnings.getOrDefault(partition, first);
        if (behindFailure || (first > expected && isContinuous(partition.topic()))) {
            throw new IllegalStateException("records of %s from offset %d on were not processed, yet %d comes next"
                    .formatted(partition, next, first));
        }
    }

    void failed(TopicPartition partition, long first) {
        failed.put(partition, first);
    }

    void succeeded(Collection<TopicPartition> partitions) {
        failed.keySet().removeAll(partitions);
    }

    /** Takes no batch of these partitions until they are assigned anew. */
    void refuse(Collection<TopicPartition> partitions, String reason) {
        partitions.forEach(partition -> refused.put(partition, reason));
    }

    /**
     * These partitions are read from their next offset now, whatever happened before.
     *
     * @param assigned with the first offset the broker has of each
     */
    void assigned(Map<TopicPartition, Long> assigned) {
        beginnings.putAll(assigned);
        failed.keySet().removeAll(assigned.keySet());
        refused.keySet().removeAll(assigned.keySet());
    }

    /** Compaction leaves holes; without it, and without transactions, every offset has its record. */
    private static boolean isContinuous(String topic) {
        return Topics.find(topic)
                .filter(known -> known.retention() == Retention.FOREVER)
                .isPresent();
    }
}
