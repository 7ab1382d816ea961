package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Pauses;
import io.flexledger.ingestor.fetch.Token;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The {@code flex_pause} table. A new token is not bound by the pauses of the old one. */
@ApplicationScoped
class PgPauses implements Pauses {

    private static final String WHOLE_TOKEN = "*";

    private static final String FIND = """
            select not_before, reason, unattended
              from flex_pause
             where token = $1 and query_id in ($2, '*') and not_before > $3
             order by unattended, not_before desc
             limit 1
            """;

    private static final String OF_TOKEN = """
            select not_before, reason, unattended
              from flex_pause
             where token = $1 and query_id = '*' and not unattended and not_before > $2
            """;

    private static final String SET = """
            insert into flex_pause (query_id, token, not_before, reason, unattended) values ($1, $2, $3, $4, $5)
            on conflict (query_id, token, unattended) do update
                set not_before = excluded.not_before, reason = excluded.reason
                where flex_pause.not_before < excluded.not_before
            """;

    private static final String CLEAR =
            "delete from flex_pause where token = $1 and (query_id = $2 or (query_id = '*' and unattended))";

    private final Pool pool;

    PgPauses(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Pause> find(FlexQuery query, Instant now) {
        var rows = pool.preparedQuery(FIND)
                .executeAndAwait(Tuple.of(query.token().fingerprint(), query.id(), now.atOffset(ZoneOffset.UTC)))
                .iterator();
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        return Optional.of(pause(rows.next()));
    }

    /** One that binds everybody who uses the token. */
    static Optional<Pause> ofToken(SqlConnection connection, Token token, Instant now) {
        var rows = connection
                .preparedQuery(OF_TOKEN)
                .executeAndAwait(Tuple.of(token.fingerprint(), now.atOffset(ZoneOffset.UTC)))
                .iterator();
        return rows.hasNext() ? Optional.of(pause(rows.next())) : Optional.empty();
    }

    private static Pause pause(Row row) {
        return new Pause(
                row.getOffsetDateTime("not_before").toInstant(), row.getString("reason"), row.getBoolean("unattended"));
    }

    @Override
    public void set(FlexQuery query, boolean ofToken, Pause pause) {
        pool.preparedQuery(SET)
                .executeAndAwait(Tuple.of(
                        ofToken ? WHOLE_TOKEN : query.id(),
                        query.token().fingerprint(),
                        pause.notBefore().atOffset(ZoneOffset.UTC),
                        pause.reason(),
                        pause.unattended()));
    }

    @Override
    public void clear(FlexQuery query) {
        pool.preparedQuery(CLEAR).executeAndAwait(Tuple.of(query.token().fingerprint(), query.id()));
    }
}
