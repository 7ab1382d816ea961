package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.Locks;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Advisory locks, each held by a connection of its own, which dies with the process. */
@ApplicationScoped
class PgLocks implements Locks {

    private static final String KEY = "hashtextextended('flexledger ' || current_schema() || ' lock ' || $1, 0)";
    private static final String TRY = "select pg_try_advisory_lock(" + KEY + ")";
    private static final String UNLOCK = "select pg_advisory_unlock(" + KEY + ")";

    private final Pool pool;

    PgLocks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Lock> tryLock(String name) {
        var connection = pool.getConnectionAndAwait();
        boolean locked = false;
        try {
            locked = connection
                    .preparedQuery(TRY)
                    .executeAndAwait(Tuple.of(name))
                    .iterator()
                    .next()
                    .getBoolean(0);
        } finally {
            if (!locked) {
                Transactions.release(connection);
            }
        }
        return locked ? Optional.of(new Held(connection, name)) : Optional.empty();
    }

    private record Held(SqlConnection connection, String name) implements Lock {

        @Override
        public void verify() {
            connection.query("select 1").executeAndAwait();
        }

        /** A connection that is gone has given the lock up already. */
        @Override
        public void close() {
            connection
                    .preparedQuery(UNLOCK)
                    .execute(Tuple.of(name))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
            Transactions.release(connection);
        }
    }
}
