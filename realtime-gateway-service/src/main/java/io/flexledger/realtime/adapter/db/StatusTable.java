package io.flexledger.realtime.adapter.db;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The {@code told_status} table: counts what was told of each gateway. */
public final class StatusTable {

    private static final String NEXT = """
            insert into told_status as known (gateway, version) values ($1, $2)
                on conflict (gateway) do update set version = greatest(known.version + 1, excluded.version)
            returning version
            """;

    private StatusTable() {}

    /** @param least such as the time in microseconds, so that a table made anew goes on above the one before */
    public static long next(SqlConnection tx, String gateway, long least) {
        return tx.preparedQuery(NEXT)
                .executeAndAwait(Tuple.of(gateway, least))
                .iterator()
                .next()
                .getLong(0);
    }
}
