package io.flexledger.transport;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service does with a batch of records, all of it inside the transaction it is given. */
@FunctionalInterface
public interface BatchEffect {

    /**
     * Runs again, from the start and in a new transaction, when the database went away before the commit: anything kept
     * outside the transaction must not change here.
     *
     * @param tx    neither committed nor closed by the effect
     * @param fresh records no committed transaction has seen, never empty; in offset order within each partition
     */
    void apply(SqlConnection tx, List<ConsumerRecord<String, byte[]>> fresh);
}
