package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.JobLog;
import io.flexledger.ingestor.fetch.JobState;
import io.flexledger.ingestor.schedule.Job;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The {@code flex_job} table. */
@ApplicationScoped
class PgJobLog implements JobLog {

    private static final String MEET = """
            insert into flex_job (query_id, job, ran_for) values ($1, $2, $3)
            on conflict (query_id, job) do nothing
            """;

    private static final String FIND = """
            select ran_for, started_at, last_run_id, retry_at, attempts
              from flex_job
             where query_id = $1 and job = $2
            """;

    private static final String CLAIM = """
            update flex_job
               set ran_for = $3, started_at = $4, retry_at = $5, attempts = $6
             where query_id = $1 and job = $2 and ran_for = $7 and retry_at is not distinct from $8
            """;

    private static final String STARTED = "update flex_job set last_run_id = $3 where query_id = $1 and job = $2";

    private static final String RETRY =
            "update flex_job set retry_at = $3, attempts = $4 where query_id = $1 and job = $2";

    private final Pool pool;

    PgJobLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public JobState find(FlexQuery query, Job job, Instant now) {
        pool.preparedQuery(MEET).executeAndAwait(Tuple.of(query.id(), job.name(), utc(now)));
        return state(pool.preparedQuery(FIND)
                .executeAndAwait(Tuple.of(query.id(), job.name()))
                .iterator()
                .next());
    }

    @Override
    public boolean claim(FlexQuery query, Job job, JobState before, JobState after) {
        return pool.preparedQuery(CLAIM)
                        .executeAndAwait(Tuple.tuple()
                                .addString(query.id())
                                .addString(job.name())
                                .addOffsetDateTime(utc(after.ranFor()))
                                .addOffsetDateTime(utc(after.startedAt()))
                                .addOffsetDateTime(utc(after.retryAt()))
                                .addInteger(after.attempts())
                                .addOffsetDateTime(utc(before.ranFor()))
                                .addOffsetDateTime(utc(before.retryAt())))
                        .rowCount()
                == 1;
    }

    @Override
    public void started(FlexQuery query, Job job, long run) {
        pool.preparedQuery(STARTED).executeAndAwait(Tuple.of(query.id(), job.name(), run));
    }

    @Override
    public void retry(FlexQuery query, Job job, @Nullable Instant retryAt, int attempts) {
        pool.preparedQuery(RETRY).executeAndAwait(Tuple.of(query.id(), job.name(), utc(retryAt), attempts));
    }

    private static JobState state(Row row) {
        return new JobState(
                row.getOffsetDateTime("ran_for").toInstant(),
                instant(row.getOffsetDateTime("started_at")),
                row.getLong("last_run_id"),
                instant(row.getOffsetDateTime("retry_at")),
                row.getInteger("attempts"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
