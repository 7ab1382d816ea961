package io.flexledger.ingestor.adapter.db;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.artifact.SealedStatement;
import io.flexledger.ingestor.artifact.Slice;
import io.flexledger.ingestor.intake.Outcome;
import io.flexledger.ingestor.intake.ScanLog.Finds;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.intake.ScanResult.DocumentRefusal;
import io.flexledger.ingestor.intake.StatementResult;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one scan finds, written in batches into one transaction. */
final class PgFinds implements Finds {

    private static final int BATCH_ROWS = 500;
    private static final int BATCH_BYTES = 4 << 20;

    private final SqlConnection tx;
    private final Outbox outbox;
    private final String file;
    private final OffsetDateTime now;
    private final List<StatementResult> statements = new ArrayList<>();
    private final List<DocumentRefusal> refusals = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<NewArtifact> pending = new ArrayList<>();
    private int position;
    private int pendingBytes;

    PgFinds(SqlConnection tx, Outbox outbox, String file, OffsetDateTime now) {
        this.tx = tx;
        this.outbox = outbox;
        this.file = file;
        this.now = now;
    }

    /** A statement on its way into the table. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record NewArtifact(
            String file,
            int position,
            @Nullable String entry,
            Slice slice,
            RawArtifact artifact,
            String canonicalSha256,
            byte[] value) {}

    @Override
    public void statement(@Nullable String entry, Slice slice, RawArtifact artifact, SealedStatement sealed) {
        var value = sealed.compressed()
                .orElseThrow(() -> new IllegalArgumentException("only a statement that fits is published"));
        if (pendingBytes + value.length > BATCH_BYTES || pending.size() == BATCH_ROWS) {
            flush();
        }
        pending.add(new NewArtifact(file, ++position, entry, slice, artifact, sealed.canonicalSha256(), value));
        pendingBytes += value.length;
    }

    @Override
    public void rejected(@Nullable String entry, Slice slice, @Nullable RawArtifact artifact, Refusal refusal) {
        flush();
        statements.add(new StatementResult(++position, entry, slice, artifact, Outcome.REJECTED, null, refusal));
    }

    @Override
    public void refused(@Nullable String entry, Refusal refusal) {
        refusals.add(new DocumentRefusal(entry, refusal));
    }

    @Override
    public void remarks(List<String> more) {
        remarks.addAll(more);
    }

    ScanResult complete() {
        flush();
        var result = new ScanResult(statements, refusals, remarks);
        StatementTable.insert(tx, file, statements);
        RefusalTable.insert(tx, file, result, now);
        return result;
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        var known = ArtifactTable.insert(tx, pending);
        var records = new ArrayList<OutgoingRecord>();
        for (int i = 0; i < pending.size(); i++) {
            var added = pending.get(i);
            var original = known.get(i);
            if (original == null) {
                records.add(record(added));
            }
            statements.add(result(added, original));
        }
        outbox.add(tx, records);
        pending.clear();
        pendingBytes = 0;
    }

    private static StatementResult result(NewArtifact added, @Nullable ArtifactId original) {
        return new StatementResult(
                added.position(),
                added.entry(),
                added.slice(),
                added.artifact(),
                original == null ? Outcome.NEW : Outcome.DUPLICATE,
                original,
                null);
    }

    private static OutgoingRecord record(NewArtifact added) {
        var artifact = added.artifact();
        return new OutgoingRecord(
                Topics.RAW_ARTIFACT.topic(), artifact.account().value(), added.value(), artifact.headers());
    }
}
