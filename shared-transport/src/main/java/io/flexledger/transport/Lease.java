package io.flexledger.transport;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The right to be the only one of all processes on one schema to do something: a lock of the database session, which ends with
 * the connection, so with the process as well. What the holder does over the same connection, it cannot do once the lock is lost.
 */
public final class Lease implements AutoCloseable {

    private static final String LOCK =
            "select pg_try_advisory_lock(hashtextextended('flexledger ' || $1 || ' ' || current_schema(), 0))";

    /** The server notices within 25 s that the machine of a lock holder is gone. */
    private static final String NOTICE_DEATH =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private static final String FORGET = """
            select pg_advisory_unlock_all();
            reset tcp_keepalives_idle; reset tcp_keepalives_interval; reset tcp_keepalives_count
            """;

    private final SqlConnection connection;
    private final String name;

    private Lease(SqlConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * A connection that does not lead yet.
     *
     * @param name of what is to be done, within the schema
     */
    public static Lease open(Pool pool, String name) {
        Lease lease = new Lease(pool.getConnectionAndAwait(), name);
        try {
            lease.connection.query(NOTICE_DEATH).executeAndAwait();
            return lease;
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
    }

    public boolean acquire() {
        return connection
                .preparedQuery(LOCK)
                .executeAndAwait(Tuple.of(name))
                .iterator()
                .next()
                .getBoolean(0);
    }

    /** Fails if the lease is lost. */
    public void check() {
        connection.query("select 1").executeAndAwait();
    }

    public SqlConnection connection() {
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
