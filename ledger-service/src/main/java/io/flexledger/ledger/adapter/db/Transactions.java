package io.flexledger.ledger.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Consumer;

/** Straight-line transactions over the reactive client, for what no batch of records starts. */
public final class Transactions {

    private Transactions() {}

    /** Commits when the work returns, else rolls back. */
    public static void run(Pool pool, Consumer<SqlConnection> work) {
        var connection = pool.getConnectionAndAwait();
        try {
            var transaction = connection.beginAndAwait();
            try {
                work.accept(connection);
            } catch (RuntimeException | Error failure) {
                quietly(transaction.rollback()); // a connection that is gone has rolled back already
                throw failure;
            }
            transaction.commitAndAwait();
        } finally {
            quietly(connection.close());
        }
    }

    private static void quietly(Uni<Void> end) {
        end.onFailure().recoverWithNull().await().indefinitely();
    }
}
