package io.flexledger.transport;

import io.flexledger.transport.outage.Outage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** How far this service is: caught up when every offset is its partition's end and nothing waits in the outbox. */
@Path("/progress")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final Pool pool;
    private final Outbox outbox;

    ProgressResource(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /**
     * What is committed.
     *
     * @param consumed next offset by {@code <topic>-<partition>}; a partition nothing was read from is absent
     * @param outbox   records the broker has not acknowledged
     */
    public record Progress(Map<String, Long> consumed, long outbox) {}

    @GET
    @RunOnVirtualThread
    public Progress progress() {
        try {
            // Offsets first: a batch that commits in between must not show as consumed with nothing to send.
            Map<TopicPartition, Long> offsets = Transactions.read(pool, ConsumedTable::all);
            Map<String, Long> consumed = new TreeMap<>();
            offsets.forEach((partition, next) -> consumed.put(partition.toString(), next));
            return new Progress(consumed, outbox.pending());
        } catch (RuntimeException failure) {
            if (Outage.caused(failure)) {
                throw new ServiceUnavailableException(RETRY_AFTER_SECONDS, failure);
            }
            throw failure;
        }
    }
}
