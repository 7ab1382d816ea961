package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.LastRun;
import io.flexledger.ingestor.fetch.LastRuns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the {@code ingestion_run} table. */
@ApplicationScoped
class PgLastRuns implements LastRuns {

    private static final String LAST = """
            with run as (select id, status, started_at, ended_at, error_code
                           from ingestion_run
                          where query_id = $1 and account_id = $2)
            select id, status, started_at,
                   (select max(ended_at) from run where status = 'success') as succeeded_at,
                   (select case when status = 'failed' then coalesce(error_code, 'FAILED') end
                      from run where status <> 'started' order by id desc limit 1) as failure
              from run
             order by id desc
             limit 1
            """;

    private final Pool pool;

    PgLastRuns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<LastRun> of(FlexQuery query) {
        var rows = pool.preparedQuery(LAST)
                .executeAndAwait(Tuple.of(query.id(), query.account().value()));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgLastRuns::run)
                .findFirst();
    }

    private static LastRun run(Row row) {
        return new LastRun(
                row.getLong("id"),
                row.getString("status"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getString("failure"),
                instant(row, "succeeded_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
