package io.flexledger.ingestor.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;

/** Straight-line transactions over the reactive client. */
final class Transactions {

    /** One at a time per name and schema, until the transaction ends. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('flexledger ' || current_schema() || ' ' || $1, 0))";

    private Transactions() {}

    /** What runs inside. */
    interface Work<T> {
        T in(SqlConnection tx) throws IOException;
    }

    /** Commits when the work returns, else rolls back. */
    static <T> T run(Pool pool, Work<T> work) throws IOException {
        var connection = pool.getConnectionAndAwait();
        try {
            var transaction = connection.beginAndAwait();
            try {
                var result = work.in(connection);
                transaction.commitAndAwait();
                return result;
            } catch (IOException | RuntimeException | Error failure) {
                quietly(transaction.rollback()); // a connection that is gone has rolled back already
                throw failure;
            }
        } finally {
            release(connection);
        }
    }

    static void lock(SqlConnection tx, String name) {
        tx.preparedQuery(LOCK).executeAndAwait(Tuple.of(name));
    }

    /** Gives a connection back, be it broken or not. */
    static void release(SqlConnection connection) {
        quietly(connection.close());
    }

    private static void quietly(Uni<Void> end) {
        end.onFailure().recoverWithNull().await().indefinitely();
    }
}
