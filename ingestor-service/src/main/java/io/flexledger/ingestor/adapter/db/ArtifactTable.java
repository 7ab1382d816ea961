package io.flexledger.ingestor.adapter.db;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.adapter.db.PgFinds.NewArtifact;
import io.flexledger.ingestor.artifact.FoundStatement;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code raw_artifact} table. */
final class ArtifactTable {

    /** No row where the statement is known: by its bytes, or but for the time it was generated. */
    private static final String INSERT = """
            insert into raw_artifact (id, account_id, period_key, flex_query_id, canonical_sha256, file_id, statement,
                                      kind, from_date, to_date, period, generated_at, charset, size, value)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                on conflict do nothing
            returning id
            """;

    private static final String ORIGINAL = """
            select id
              from raw_artifact
             where id = $1
                or (account_id = $2 and period_key = $3 and flex_query_id = $4 and canonical_sha256 = $5)
             order by id = $1 desc
             limit 1
            """;

    private ArtifactTable() {}

    /** For each statement, in order: the artifact that says the same already; null where it was new. */
    static List<@Nullable ArtifactId> insert(SqlConnection tx, List<NewArtifact> added) {
        var results = tx.preparedQuery(INSERT)
                .executeBatchAndAwait(added.stream().map(ArtifactTable::values).toList());
        var inserted = new ArrayList<Boolean>();
        for (RowSet<Row> result = results; result != null; result = result.next()) {
            inserted.add(result.rowCount() == 1);
        }
        var originals = new ArrayList<@Nullable ArtifactId>();
        for (int i = 0; i < added.size(); i++) {
            originals.add(inserted.get(i) ? null : original(tx, added.get(i)));
        }
        return originals;
    }

    private static ArtifactId original(SqlConnection tx, NewArtifact known) {
        var artifact = known.artifact();
        var rows = tx.preparedQuery(ORIGINAL)
                .executeAndAwait(Tuple.of(
                        artifact.id().sha256(),
                        artifact.account().value(),
                        FoundStatement.periodKey(artifact.from(), artifact.to()),
                        artifact.query(),
                        known.canonicalSha256()));
        return ArtifactId.of(rows.iterator().next().getString("id"));
    }

    private static Tuple values(NewArtifact added) {
        var artifact = added.artifact();
        return Tuple.tuple()
                .addString(artifact.id().sha256())
                .addString(artifact.account().value())
                .addString(FoundStatement.periodKey(artifact.from(), artifact.to()))
                .addString(artifact.query())
                .addString(added.canonicalSha256())
                .addString(added.file())
                .addInteger(added.position())
                .addString(artifact.kind())
                .addLocalDate(artifact.from())
                .addLocalDate(artifact.to())
                .addString(artifact.period())
                .addOffsetDateTime(artifact.generatedAt().atOffset(ZoneOffset.UTC))
                .addString(artifact.charset())
                .addLong(artifact.size())
                .addValue(Buffer.buffer(added.value()));
    }

    /** From any row that has the columns of an artifact. */
    static RawArtifact artifact(Row row, String id, String account, String query) {
        Instant generatedAt = row.getOffsetDateTime("generated_at").toInstant();
        return new RawArtifact(
                ArtifactId.of(id),
                AccountId.of(account),
                query,
                row.getString("kind"),
                row.getLocalDate("from_date"),
                row.getLocalDate("to_date"),
                row.getString("period"),
                generatedAt,
                row.getString("charset"),
                row.getLong("size"));
    }
}
