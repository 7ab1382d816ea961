package io.flexledger.transport;

import io.flexledger.testing.StackAddress;
import io.flexledger.testing.TestStack;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One service's schema in a running database, with fresh tables of the transport in it. */
public final class TransportDatabase implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private TransportDatabase(PgConnectOptions login) {
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(login)
                .using(vertx)
                .build();
    }

    /** Of the test stack; a schema a running application uses must not be asked for. */
    public static TransportDatabase fresh(String service) {
        TransportDatabase database = new TransportDatabase(login(TestStack.running(), service));
        database.run("drop table if exists consumed, outbox, effect");
        database.run(migration());
        database.run("create table effect (number bigint primary key, topic text, at bigint)");
        return database;
    }

    private static PgConnectOptions login(StackAddress address, String service) {
        return new PgConnectOptions()
                .setHost(address.dbHost())
                .setPort(address.dbPort())
                .setDatabase(address.dbName())
                .setUser(service)
                .setPassword(address.dbPassword())
                .setCachePreparedStatements(true);
    }

    private static String migration() {
        try (InputStream sql = TransportDatabase.class.getResourceAsStream("/db/transport/V0_1__transport.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Pool pool() {
        return pool;
    }

    public void run(String sql) {
        pool.query(sql).executeAndAwait();
    }

    public <T> List<T> rows(String sql, Function<Row, T> read) {
        List<T> rows = new ArrayList<>();
        pool.query(sql).executeAndAwait().forEach(row -> rows.add(read.apply(row)));
        return rows;
    }

    public long number(String sql) {
        return rows(sql, row -> row.getLong(0)).getFirst();
    }

    /** Commits these records to the outbox. */
    public void add(List<OutgoingRecord> records) {
        Transactions.run(pool, tx -> OutboxTable.insert(tx, records));
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }
}
