package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.Backfill;
import io.flexledger.ingestor.fetch.Backfill.Piece;
import io.flexledger.ingestor.fetch.BackfillLog;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The {@code backfill} table, and the runs that name a backfill. */
@ApplicationScoped
class PgBackfillLog implements BackfillLog {

    private static final String INSERT = """
            insert into backfill (query_id, from_date, to_date, status, created_at)
            values ($1, $2, $3, 'started', $4)
            returning id
            """;

    private static final String SELECT = "select id, query_id, from_date, to_date, status, message from backfill";

    private static final String RUNS = """
            select id, from_date, to_date, status
              from ingestion_run
             where backfill_id = $1
             order by id
            """;

    private static final String END = "update backfill set status = $2, message = $3, ended_at = $4 where id = $1";

    private final Pool pool;

    PgBackfillLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public long start(FlexQuery query, LocalDate from, LocalDate to, Instant now) {
        return pool.preparedQuery(INSERT)
                .executeAndAwait(Tuple.of(query.id(), from, to, now.atOffset(ZoneOffset.UTC)))
                .iterator()
                .next()
                .getLong("id");
    }

    @Override
    public Optional<Backfill> find(long id) {
        return StreamSupport.stream(
                        pool.preparedQuery(SELECT + " where id = $1")
                                .executeAndAwait(Tuple.of(id))
                                .spliterator(),
                        false)
                .map(this::backfill)
                .findFirst();
    }

    @Override
    public List<Backfill> open() {
        return StreamSupport.stream(
                        pool.query(SELECT + " where status = 'started' order by id")
                                .executeAndAwait()
                                .spliterator(),
                        false)
                .map(this::backfill)
                .toList();
    }

    @Override
    public void end(long id, @Nullable String failure, Instant now) {
        pool.preparedQuery(END)
                .executeAndAwait(
                        Tuple.of(id, failure == null ? "success" : "failed", failure, now.atOffset(ZoneOffset.UTC)));
    }

    private Backfill backfill(Row row) {
        long id = row.getLong("id");
        var runs = StreamSupport.stream(
                        pool.preparedQuery(RUNS).executeAndAwait(Tuple.of(id)).spliterator(), false)
                .map(run -> new Piece(
                        run.getLong("id"),
                        run.getLocalDate("from_date"),
                        run.getLocalDate("to_date"),
                        run.getString("status")))
                .toList();
        return new Backfill(
                id,
                row.getString("query_id"),
                row.getLocalDate("from_date"),
                row.getLocalDate("to_date"),
                row.getString("status"),
                row.getString("message"),
                runs);
    }
}
