package io.flexledger.transport.relay;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The right to send the records of one schema: a lock of the database session, which ends with the connection, so with
 * the process as well. What the holder does to the outbox goes over the same connection; a relay that has lost the lock
 * cannot delete.
 */
final class RelayLease implements AutoCloseable {

    private static final String LOCK =
            "select pg_try_advisory_lock(hashtextextended('flexledger outbox ' || current_schema(), 0))";

    /** The server notices within 25 s that the machine of a lock holder is gone. */
    private static final String NOTICE_DEATH =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private static final String FORGET = """
            select pg_advisory_unlock_all();
            reset tcp_keepalives_idle; reset tcp_keepalives_interval; reset tcp_keepalives_count
            """;

    private final SqlConnection connection;

    private RelayLease(SqlConnection connection) {
        this.connection = connection;
    }

    /** A connection that does not lead yet. */
    static RelayLease open(Pool pool) {
        RelayLease lease = new RelayLease(pool.getConnectionAndAwait());
        try {
            lease.connection.query(NOTICE_DEATH).executeAndAwait();
            return lease;
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
    }

    boolean acquire() {
        return connection.query(LOCK).executeAndAwait().iterator().next().getBoolean(0);
    }

    /** Fails if the lease is lost. */
    void check() {
        connection.query("select 1").executeAndAwait();
    }

    SqlConnection connection() {
        return connection;
    }

    /** The connection goes back to the pool without the lock; a broken one is not taken back. */
    @Override
    public void close() {
        connection
                .query(FORGET)
                .execute()
                .onFailure()
                .recoverWithNull()
                .chain(_ -> connection.close())
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }
}
