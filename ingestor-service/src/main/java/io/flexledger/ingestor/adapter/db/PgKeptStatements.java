package io.flexledger.ingestor.adapter.db;

import io.flexledger.contracts.Topics;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.intake.KeptStatements;
import io.flexledger.ingestor.intake.Scope;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the {@code raw_artifact} table in the order of the chain, and sends what it reads through the outbox. */
@ApplicationScoped
class PgKeptStatements implements KeptStatements {

    private static final int ROWS = 200;
    private static final int BYTES = 4 << 20;

    /** $1 period key, $2 its day, $3 query as stated, $4 id of the query whose runs brought the file. */
    private static final String IN_SCOPE = """
            ($1::text is null or a.period_key = $1 or $2::date between a.from_date and a.to_date)
            and ($3::text is null
                 or a.flex_query_id = $3
                 or a.id in (select coalesce(s.duplicate_of, s.artifact_id)
                               from file_statement s
                              where s.file_id in (select r.file_id from ingestion_run r where r.query_id = $4)))
            """;

    private static final String ACCOUNTS =
            "select distinct a.account_id from raw_artifact a where " + IN_SCOPE + " order by a.account_id";

    /** At least one, and no more than fit into a batch. */
    private static final String NEXT = """
            with found as (
                select a.id, f.position as file,
                       sum(octet_length(a.value)) over (order by f.position, a.statement)
                           - octet_length(a.value) as before
                  from raw_artifact a
                  join received_file f on f.id = a.file_id
                 where a.account_id = $5 and (f.position, a.statement) > ($6::bigint, $7::int)
                   and %s
                 order by f.position, a.statement
                 limit $8)
            select a.*, found.file
              from found
              join raw_artifact a on a.id = found.id
             where found.before < $9
             order by found.file, a.statement
            """.formatted(IN_SCOPE);

    private final Pool pool;
    private final Outbox outbox;

    PgKeptStatements(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    @Override
    public List<AccountId> accounts(Scope scope) {
        var rows = pool.preparedQuery(ACCOUNTS).executeAndAwait(values(scope));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> AccountId.of(row.getString(0)))
                .toList();
    }

    /** Takes its turn with new files: the outbox keeps order within an account only so. */
    @Override
    public Batch publish(AccountId account, Scope scope, Place last) throws IOException {
        var batch = Transactions.run(pool, tx -> {
            Transactions.lock(tx, "scan");
            var records = new ArrayList<OutgoingRecord>();
            var place = last;
            var values = values(scope)
                    .addString(account.value())
                    .addLong(last.file())
                    .addInteger(last.statement())
                    .addInteger(ROWS)
                    .addInteger(BYTES);
            for (var row : tx.preparedQuery(NEXT).executeAndAwait(values)) {
                records.add(outgoing(row));
                place = new Place(row.getLong("file"), row.getInteger("statement"));
            }
            outbox.add(tx, records);
            return new Batch(records.size(), place);
        });
        outbox.wake();
        return batch;
    }

    private static OutgoingRecord outgoing(Row row) {
        var artifact = ArtifactTable.artifact(
                row, row.getString("id"), row.getString("account_id"), row.getString("flex_query_id"));
        return new OutgoingRecord(
                Topics.RAW_ARTIFACT.topic(),
                artifact.account().value(),
                row.getBuffer("value").getBytes(),
                artifact.headers());
    }

    private static Tuple values(Scope scope) {
        return Tuple.tuple()
                .addString(scope.periodKey())
                .addLocalDate(scope.day())
                .addString(scope.query())
                .addString(scope.queryId());
    }
}
