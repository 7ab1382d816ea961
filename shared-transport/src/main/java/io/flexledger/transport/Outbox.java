package io.flexledger.transport;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Where a service leaves records for Kafka: they become visible to the relay when the caller's transaction commits, and
 * leave no trace when it does not.
 *
 * <p>Order per topic and key is the order of the calls. Two transactions that add to one key must therefore exclude one
 * another, as two batches of one partition do.
 */
@ApplicationScoped
public class Outbox {

    private final Pool pool;
    private final RelaySignal relay;

    public Outbox(Pool pool, RelaySignal relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Adds records inside the caller's transaction; blocks, so call it on a virtual or worker thread. */
    public void add(SqlConnection tx, List<OutgoingRecord> records) {
        OutboxTable.insert(tx, records);
    }

    /** Call after the commit: the relay starts at once instead of at its next poll. Harmless if nothing was added. */
    public void wake() {
        relay.raise();
    }

    /** Committed records the broker has not acknowledged yet. */
    public long pending() {
        return Transactions.read(pool, OutboxTable::count);
    }
}
