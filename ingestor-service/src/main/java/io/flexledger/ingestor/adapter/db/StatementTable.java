package io.flexledger.ingestor.adapter.db;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.adapter.db.RefusalTable.FoundRefusal;
import io.flexledger.ingestor.artifact.Slice;
import io.flexledger.ingestor.intake.Outcome;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.intake.ScanResult.DocumentRefusal;
import io.flexledger.ingestor.intake.StatementResult;
import io.flexledger.ingestor.refusal.Refusal;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code file_statement} table. */
final class StatementTable {

    private static final int BATCH = 1_000;

    private static final String INSERT = """
            insert into file_statement (file_id, position, entry, ordinal, byte_offset, byte_length, tag_length,
                                        artifact_id, account_id, query, kind, from_date, to_date, period, generated_at,
                                        charset, duplicate_of)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """;

    /** A statement that this file brought is new in it, however often the file came again. */
    private static final String SELECT = """
            select s.*, s.byte_length as size, coalesce(a.file_id = s.file_id and a.statement = s.position, false) as first
              from file_statement s
              left join raw_artifact a on a.id = s.artifact_id
             where s.file_id = $1
             order by s.position
            """;

    private StatementTable() {}

    static void insert(SqlConnection tx, String file, List<StatementResult> statements) {
        for (int from = 0; from < statements.size(); from += BATCH) {
            var batch = statements.subList(from, Math.min(from + BATCH, statements.size()));
            tx.preparedQuery(INSERT)
                    .executeBatchAndAwait(
                            batch.stream().map(found -> values(file, found)).toList());
        }
    }

    static ScanResult result(SqlClient client, String file, List<FoundRefusal> found, List<String> remarks) {
        var documents = new ArrayList<DocumentRefusal>();
        var rejections = new HashMap<Integer, Refusal>();
        for (var one : found) {
            if (one.statement() == null) {
                documents.add(new DocumentRefusal(one.entry(), one.refusal()));
            } else {
                rejections.put(one.statement(), one.refusal());
            }
        }
        var statements = new ArrayList<StatementResult>();
        client.preparedQuery(SELECT)
                .executeAndAwait(Tuple.of(file))
                .forEach(row -> statements.add(statement(row, rejections.get(row.getInteger("position")))));
        return new ScanResult(statements, documents, remarks);
    }

    private static StatementResult statement(Row row, @Nullable Refusal refusal) {
        boolean first = row.getBoolean("first");
        var duplicateOf = row.getString("duplicate_of");
        return new StatementResult(
                row.getInteger("position"),
                row.getString("entry"),
                new Slice(
                        row.getInteger("ordinal"),
                        row.getLong("byte_offset"),
                        row.getLong("byte_length"),
                        row.getInteger("tag_length")),
                artifact(row),
                refusal != null ? Outcome.REJECTED : first ? Outcome.NEW : Outcome.DUPLICATE,
                first || duplicateOf == null ? null : ArtifactId.of(duplicateOf),
                refusal);
    }

    private static @Nullable RawArtifact artifact(Row row) {
        var id = row.getString("artifact_id");
        return id == null ? null : ArtifactTable.artifact(row, id, row.getString("account_id"), row.getString("query"));
    }

    private static Tuple values(String file, StatementResult found) {
        var slice = found.slice();
        var values = Tuple.tuple()
                .addString(file)
                .addInteger(found.position())
                .addString(found.entry())
                .addInteger(slice.ordinal())
                .addLong(slice.offset())
                .addLong(slice.length())
                .addInteger(slice.tagLength());
        var artifact = found.artifact();
        if (artifact == null) {
            for (int column = 8; column <= 16; column++) {
                values.addValue(null);
            }
        } else {
            values.addString(artifact.id().sha256())
                    .addString(artifact.account().value())
                    .addString(artifact.query())
                    .addString(artifact.kind())
                    .addLocalDate(artifact.from())
                    .addLocalDate(artifact.to())
                    .addString(artifact.period())
                    .addOffsetDateTime(artifact.generatedAt().atOffset(ZoneOffset.UTC))
                    .addString(artifact.charset());
        }
        var original = found.duplicateOf();
        return values.addString(original == null ? null : original.sha256());
    }
}
