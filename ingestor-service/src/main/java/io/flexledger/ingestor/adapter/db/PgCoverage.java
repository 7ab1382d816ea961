package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.Coverage;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.period.StatedDays;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the statements of the files that a query's runs have brought; one that was not published tells nothing. */
@ApplicationScoped
class PgCoverage implements Coverage {

    private static final String STATED = """
            select s.from_date, s.to_date, max(s.generated_at) as generated_at
              from (select distinct file_id
                      from ingestion_run
                     where query_id = $1 and account_id = $2 and status = 'success') run
              join file_statement s on s.file_id = run.file_id
              join raw_artifact a on a.id = coalesce(s.duplicate_of, s.artifact_id)
             where s.account_id = $2
             group by s.from_date, s.to_date
             order by s.from_date, s.to_date
            """;

    private final Pool pool;

    PgCoverage(Pool pool) {
        this.pool = pool;
    }

    @Override
    public List<StatedDays> of(FlexQuery query) {
        var rows = pool.preparedQuery(STATED)
                .executeAndAwait(Tuple.of(query.id(), query.account().value()));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new StatedDays(
                        row.getLocalDate("from_date"),
                        row.getLocalDate("to_date"),
                        row.getOffsetDateTime("generated_at").toInstant()))
                .toList();
    }
}
