package io.flexledger.transport;

import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Makes a consumer start where the inbox left off, and at the beginning of a partition the inbox has never seen. */
@ApplicationScoped
@Identifier("inbox")
public class InboxAssignment implements KafkaConsumerRebalanceListener {

    private static final Part PART = Part.inbox("assignment");

    private final Pool pool;
    private final Inbox inbox;
    private final Persistence persistence;

    InboxAssignment(Pool pool, Inbox inbox, Persistence persistence) {
        this.pool = pool;
        this.inbox = inbox;
        this.persistence = persistence;
    }

    /** Waits for the database: without it nobody knows where to start, and nothing could be processed either. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            inbox.order().assigned(persistence.through(PART, () -> seek(consumer, partitions)));
        } catch (RuntimeException bug) {
            inbox.order().refuse(partitions, "no place to start from: " + bug.getMessage());
            throw bug;
        }
    }

    /** Returns the first offset each partition has. */
    private Map<TopicPartition, Long> seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> next = Transactions.read(pool, client -> ConsumedTable.find(client, partitions));
        requireHistory(next, consumer.endOffsets(next.keySet()));
        next.forEach(consumer::seek);
        var unseen = partitions.stream()
                .filter(partition -> !next.containsKey(partition))
                .toList();
        if (!unseen.isEmpty()) { // Kafka takes an empty list for every partition.
            consumer.seekToBeginning(unseen);
        }
        return consumer.beginningOffsets(partitions);
    }

    /** Offsets that start again would be taken for duplicates, and their records dropped. */
    private static void requireHistory(Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends) {
        next.forEach((partition, offset) -> {
            long end = ends.getOrDefault(partition, 0L);
            if (offset > end) {
                throw new IllegalStateException(
                        "%s ends at offset %d, but was processed up to %d: the broker has lost records, or the topic was made anew"
                                .formatted(partition, end, offset));
            }
        });
    }
}
