package io.flexledger.ingestor.adapter.db;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.intake.ListedRefusal;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The {@code refusal} table. */
final class RefusalTable {

    private static final String INSERT = """
            insert into refusal (file_id, position, entry, statement, code, detail, next_step, byte_offset, found_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private static final String SELECT = """
            select entry, statement, code, detail, next_step, byte_offset
              from refusal
             where file_id = $1
             order by position
            """;

    private static final String PAGE = """
            select f.position as file, r.position as refusal, f.id, f.name, f.size, r.statement, r.entry, s.artifact_id,
                   r.code, r.detail, r.next_step, r.byte_offset, r.found_at
              from refusal r
              join received_file f on f.id = r.file_id
              left join file_statement s on s.file_id = r.file_id and s.position = r.statement
             where f.position < $1 or (f.position = $1 and r.position > $2)
             order by f.position desc, r.position
             limit $3
            """;

    private RefusalTable() {}

    /** @param statement absent where a document or the whole file is refused */
    record FoundRefusal(@Nullable String entry, @Nullable Integer statement, Refusal refusal) {}

    static void insert(SqlConnection tx, String file, ScanResult result, OffsetDateTime now) {
        var rows = new ArrayList<Tuple>();
        for (var document : result.refusals()) {
            rows.add(values(file, rows.size() + 1, document.entry(), null, document.refusal(), now));
        }
        for (var statement : result.statements()) {
            var refusal = statement.refusal();
            if (refusal != null) {
                rows.add(values(file, rows.size() + 1, statement.entry(), statement.position(), refusal, now));
            }
        }
        if (!rows.isEmpty()) {
            tx.preparedQuery(INSERT).executeBatchAndAwait(rows);
        }
    }

    static List<FoundRefusal> of(SqlClient client, String file) {
        return StreamSupport.stream(
                        client.preparedQuery(SELECT)
                                .executeAndAwait(Tuple.of(file))
                                .spliterator(),
                        false)
                .map(row -> new FoundRefusal(row.getString("entry"), row.getInteger("statement"), refusal(row)))
                .toList();
    }

    static List<ListedRefusal> page(SqlClient client, ListedRefusal.Place behind, int limit) {
        var rows = client.preparedQuery(PAGE).executeAndAwait(Tuple.of(behind.file(), behind.refusal(), limit));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RefusalTable::listed)
                .toList();
    }

    private static ListedRefusal listed(Row row) {
        var artifact = row.getString("artifact_id");
        return new ListedRefusal(
                new ListedRefusal.Place(row.getLong("file"), row.getInteger("refusal")),
                row.getString("id"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("entry"),
                row.getInteger("statement"),
                artifact == null ? null : ArtifactId.of(artifact),
                refusal(row),
                row.getOffsetDateTime("found_at").toInstant());
    }

    private static Refusal refusal(Row row) {
        return new Refusal(
                RefusalCode.valueOf(row.getString("code")),
                row.getString("detail"),
                row.getString("next_step"),
                row.getLong("byte_offset"));
    }

    private static Tuple values(
            String file,
            int position,
            @Nullable String entry,
            @Nullable Integer statement,
            Refusal refusal,
            OffsetDateTime now) {
        return Tuple.tuple()
                .addString(file)
                .addInteger(position)
                .addString(entry)
                .addInteger(statement)
                .addString(refusal.code().name())
                .addString(refusal.detail())
                .addString(refusal.nextStep())
                .addLong(refusal.offset())
                .addOffsetDateTime(now);
    }
}
