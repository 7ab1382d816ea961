package io.flexledger.transport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Straight-line transactions over the reactive client, for virtual and worker threads. */
public final class Transactions {

    private Transactions() {}

    /** Commits when the work returns, else rolls back. After a failed commit only the database knows which it was. */
    public static void run(Pool pool, Consumer<SqlConnection> work) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            Transaction transaction = connection.beginAndAwait();
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

    /** One look, on a connection of its own. */
    public static <T> T read(Pool pool, Function<SqlConnection, T> look) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            return look.apply(connection);
        } finally {
            quietly(connection.close());
        }
    }

    private static void quietly(Uni<Void> end) {
        end.onFailure().recoverWithNull().await().indefinitely();
    }
}
