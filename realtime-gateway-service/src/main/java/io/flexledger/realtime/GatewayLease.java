package io.flexledger.realtime;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The right to connect to a gateway: a lock of the database session, which ends with the connection, so with the process as
 * well. Two processes that connect as one client drive each other out.
 */
final class GatewayLease implements AutoCloseable {

    private static final String LOCK =
            "select pg_try_advisory_lock(hashtextextended('flexledger gateway ' || current_schema() || ' ' || $1, 0))";

    /** The server notices within 25 s that the machine of a lock holder is gone. */
    private static final String NOTICE_DEATH =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private static final String FORGET = """
            select pg_advisory_unlock_all();
            reset tcp_keepalives_idle; reset tcp_keepalives_interval; reset tcp_keepalives_count
            """;

    private final SqlConnection connection;
    private final String gateway;

    private GatewayLease(SqlConnection connection, String gateway) {
        this.connection = connection;
        this.gateway = gateway;
    }

    /** A connection that does not lead yet. */
    static GatewayLease open(Pool pool, String gateway) {
        GatewayLease lease = new GatewayLease(pool.getConnectionAndAwait(), gateway);
        try {
            lease.connection.query(NOTICE_DEATH).executeAndAwait();
            return lease;
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
    }

    boolean acquire() {
        return connection
                .preparedQuery(LOCK)
                .executeAndAwait(Tuple.of(gateway))
                .iterator()
                .next()
                .getBoolean(0);
    }

    /** Fails if the lease is lost. */
    void check() {
        connection.query("select 1").executeAndAwait();
    }

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
