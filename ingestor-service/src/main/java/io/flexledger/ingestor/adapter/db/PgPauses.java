package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Pauses;
import io.vertx.mutiny.sqlclient.Pool;
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
            select not_before, reason
              from flex_pause
             where token = $1 and query_id in ($2, '*') and not_before > $3
             order by not_before desc
             limit 1
            """;

    private static final String SET = """
            insert into flex_pause (query_id, token, not_before, reason) values ($1, $2, $3, $4)
            on conflict (query_id, token) do update set not_before = excluded.not_before, reason = excluded.reason
            """;

    private static final String CLEAR = "delete from flex_pause where token = $1 and query_id in ($2, '*')";

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
        var row = rows.next();
        return Optional.of(new Pause(row.getOffsetDateTime("not_before").toInstant(), row.getString("reason")));
    }

    @Override
    public void set(FlexQuery query, boolean ofToken, Pause pause) {
        pool.preparedQuery(SET)
                .executeAndAwait(Tuple.of(
                        ofToken ? WHOLE_TOKEN : query.id(),
                        query.token().fingerprint(),
                        pause.notBefore().atOffset(ZoneOffset.UTC),
                        pause.reason()));
    }

    @Override
    public void clear(FlexQuery query) {
        pool.preparedQuery(CLEAR).executeAndAwait(Tuple.of(query.token().fingerprint(), query.id()));
    }
}
