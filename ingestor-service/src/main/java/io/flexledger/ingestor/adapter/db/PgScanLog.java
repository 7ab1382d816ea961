package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.intake.ListedRefusal;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.flexledger.ingestor.intake.ScanLog;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.transport.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Writes what a scan found, publishes what is new of it, and reads it back. */
@ApplicationScoped
class PgScanLog implements ScanLog {

    private static final List<String> FORGET = List.of(
            "delete from refusal where file_id = $1",
            "delete from file_statement where file_id = $1",
            "delete from scanned_file where file_id = $1");

    private static final String INSERT = "insert into scanned_file (file_id, scanned_at, remarks) values ($1, $2, $3)";

    private static final String REMARKS = "select remarks from scanned_file where file_id = $1";

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    PgScanLog(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** One file at a time in the whole schema: the outbox keeps order within an account only if its writers take turns. */
    @Override
    public ScanResult record(ReceivedFile file, Search search) throws IOException {
        var result = Transactions.run(pool, tx -> {
            Transactions.lock(tx, "scan");
            for (var forget : FORGET) {
                tx.preparedQuery(forget).executeAndAwait(Tuple.of(file.sha256()));
            }
            var now = OffsetDateTime.now(clock);
            var finds = new PgFinds(tx, outbox, file.sha256(), now);
            search.into(finds);
            var found = finds.complete();
            tx.preparedQuery(INSERT)
                    .executeAndAwait(
                            Tuple.of(file.sha256(), now, found.remarks().toArray(String[]::new)));
            return found;
        });
        outbox.wake();
        return result;
    }

    @Override
    public Optional<ScanResult> find(String file) {
        var scanned =
                pool.preparedQuery(REMARKS).executeAndAwait(Tuple.of(file)).iterator();
        if (!scanned.hasNext()) {
            return Optional.empty();
        }
        var remarks = List.of(scanned.next().getArrayOfStrings("remarks"));
        return Optional.of(StatementTable.result(pool, file, RefusalTable.of(pool, file), remarks));
    }

    @Override
    public List<ListedRefusal> refusals(ListedRefusal.Place behind, int limit) {
        return RefusalTable.page(pool, behind, limit);
    }
}
