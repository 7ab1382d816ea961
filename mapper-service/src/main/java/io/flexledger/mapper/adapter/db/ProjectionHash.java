package io.flexledger.mapper.adapter.db;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One figure for all that is remembered. A page at a time, in one snapshot, so that size costs time and not memory. */
final class ProjectionHash {

    private static final int PAGE = 10_000;

    private static final String SNAPSHOT = "set transaction isolation level repeatable read read only";

    /** Line by line, in an order that arrival has no part in; {@code key} continues where a page ended. */
    private static final String FACTS = """
            select fact_id::text || ' ' || query as key,
                   concat_ws(' ', account, fact_id, query, content, stated_at at time zone 'UTC', artifact_id) as line
              from fact_memory
             where (fact_id::text || ' ' || query) collate "C" > $1
             order by (fact_id::text || ' ' || query) collate "C"
             limit $2
            """;

    private static final String INSTRUMENTS = """
            select i.id as key,
                   concat_ws(' ', i.id, i.symbol, i.asset_category, i.currency, i.multiplier, i.terms_as_of, i.description,
                             i.option_terms,
                             (select string_agg(scheme || '=' || value, ' ' order by scheme, value)
                                from instrument_alias n where n.instrument_id = i.id)) as line
              from instrument i
             where i.id > $1
             order by i.id
             limit $2
            """;

    private static final String BASES = """
            select account collate "C" as key, concat_ws(' ', account, currency, as_of) as line
              from account_base
             where account collate "C" > $1
             order by account collate "C"
             limit $2
            """;

    private final Pool pool;

    ProjectionHash(Pool pool) {
        this.pool = pool;
    }

    String compute() {
        var digest = sha256();
        var connection = pool.getConnectionAndAwait();
        try {
            var transaction = connection.beginAndAwait();
            connection.query(SNAPSHOT).executeAndAwait();
            add(digest, connection, FACTS);
            add(digest, connection, INSTRUMENTS);
            add(digest, connection, BASES);
            transaction.rollbackAndAwait();
        } finally {
            connection.closeAndAwait();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, SqlConnection connection, String sql) {
        var key = "";
        boolean more = true;
        while (more) {
            var page = connection.preparedQuery(sql).executeAndAwait(Tuple.of(key, (long) PAGE));
            for (Row row : page) {
                key = row.getString("key");
                digest.update(row.getString("line").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            more = page.size() == PAGE;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
