package io.flexledger.ingestor.adapter.rest.run;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.adapter.rest.run.IngestionRun.Status;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.Ending.Counts;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.Transactions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends fetches, and tells of each end in the transaction that ends it: whoever saw the one hears the other. */
@ApplicationScoped
class FetchEnds {

    private static final String END = """
            update ingestion_run
               set status = $2, ended_at = $3, missing_sections = $4, canonical_skip_reason = $5, new_count = $6,
                   duplicate_count = $7, rejected_count = $8, deduplicated = $9, error_code = $10,
                   error_message = $11, next_step = $12, canonical_input_row_count = $13,
                   canonical_duration_ms = $14, version = version + 1
             where id = $1
            returning account_id, query, file_id, started_at, ended_at
            """;

    private static final String OPEN = """
            select id from ingestion_run where status = 'started' and origin = 'FLEX' and account_id = $1
             order by id for update
            """;

    /** The row's lock keeps the order of a query's ends; the end of a run that another has followed is no news. */
    private static final String NEXT_VERSION = """
            insert into told_run as last (account, query, run, version) values ($1, $2, $3, $4)
            on conflict (account, query) do update
               set run = excluded.run, version = greatest(last.version + 1, excluded.version)
             where excluded.run >= last.run
            returning version
            """;

    private static final Counts NOTHING = new Counts(0, 0, 0);

    private final Pool pool;
    private final Outbox outbox;

    FetchEnds(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** A run that has ended. */
    record Ended(
            long run,
            @Nullable String account,
            @Nullable String query,
            @Nullable String file,
            Instant startedAt,
            Instant endedAt) {}

    Ended end(long run, Ending ending, Instant now) {
        var ended = new ArrayList<Ended>();
        Transactions.run(pool, tx -> ended.add(end(tx, run, ending, now)));
        outbox.wake();
        return ended.getFirst();
    }

    /** Ends the open runs of an account, and returns how many. */
    int endAll(AccountId account, Ending ending, Instant now) {
        var ended = new ArrayList<Ended>();
        Transactions.run(pool, tx -> {
            for (var row : tx.preparedQuery(OPEN).executeAndAwait(Tuple.of(account.value()))) {
                ended.add(end(tx, row.getLong("id"), ending, now));
            }
        });
        outbox.wake();
        return ended.size();
    }

    private Ended end(SqlConnection tx, long run, Ending ending, Instant now) {
        var row = tx.preparedQuery(END)
                .executeAndAwait(values(run, ending, now))
                .iterator()
                .next();
        var ended = ended(run, row);
        tell(tx, ended, ending);
        return ended;
    }

    private void tell(SqlConnection tx, Ended ended, Ending ending) {
        if (ended.account() == null || ended.query() == null) {
            return;
        }
        long version = ChronoUnit.MICROS.between(Instant.EPOCH, ended.endedAt());
        var next = tx.preparedQuery(NEXT_VERSION)
                .executeAndAwait(Tuple.of(ended.account(), ended.query(), ended.run(), version));
        for (var row : next) {
            var told = new FetchRun(
                    AccountId.of(ended.account()),
                    ended.query(),
                    row.getLong("version"),
                    ended.run(),
                    ended.startedAt(),
                    ended.endedAt(),
                    ending.failure());
            outbox.add(
                    tx,
                    List.of(new OutgoingRecord(
                            Topics.FETCH_RUN.topic(),
                            told.key(),
                            ContractJson.write(told),
                            CloudEvent.of(told).headers(CloudEvent.JSON))));
        }
    }

    private static Tuple values(long run, Ending ending, Instant now) {
        var counts = ending.counts() == null ? NOTHING : ending.counts();
        var error = ending.error();
        var mapping = ending.mapping();
        return Tuple.tuple()
                .addLong(run)
                .addString((ending.success() ? Status.success : Status.failed).name())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addArrayOfString(ending.missing().toArray(String[]::new))
                .addString(ending.skipped())
                .addInteger(counts.added())
                .addInteger(counts.known())
                .addInteger(counts.rejected())
                .addBoolean(counts.isDuplicate())
                .addString(error == null ? null : error.code())
                .addString(error == null ? null : error.message())
                .addString(error == null ? null : error.nextStep())
                .addInteger(mapping == null ? null : mapping.rows())
                .addLong(mapping == null ? null : mapping.millis());
    }

    private static Ended ended(long run, Row row) {
        return new Ended(
                run,
                row.getString("account_id"),
                row.getString("query"),
                row.getString("file_id"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("ended_at").toInstant());
    }
}
