package io.flexledger.ingestor.adapter.db;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.intake.Artifacts;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the {@code raw_artifact} table. */
@ApplicationScoped
class PgArtifacts implements Artifacts {

    private static final String FIND = """
            select id, account_id, flex_query_id, canonical_sha256, file_id, statement,
                   kind, from_date, to_date, period, generated_at, charset, size
              from raw_artifact
             where id = $1
            """;

    private static final String VALUE = "select value from raw_artifact where id = $1";

    private static final String AFTER = "select id from raw_artifact where id > $1 order by id limit $2";

    private final Pool pool;

    PgArtifacts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Kept> find(ArtifactId id) {
        return StreamSupport.stream(
                        pool.preparedQuery(FIND)
                                .executeAndAwait(Tuple.of(id.sha256()))
                                .spliterator(),
                        false)
                .map(row -> new Kept(
                        ArtifactTable.artifact(
                                row, row.getString("id"), row.getString("account_id"), row.getString("flex_query_id")),
                        row.getString("canonical_sha256"),
                        row.getString("file_id"),
                        row.getInteger("statement")))
                .findFirst();
    }

    @Override
    public Optional<InputStream> open(ArtifactId id) {
        var rows =
                pool.preparedQuery(VALUE).executeAndAwait(Tuple.of(id.sha256())).iterator();
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        var value = rows.next().getBuffer("value").getBytes();
        try {
            return Optional.of(new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ArtifactId> after(String id, int limit) {
        return StreamSupport.stream(
                        pool.preparedQuery(AFTER)
                                .executeAndAwait(Tuple.of(id, limit))
                                .spliterator(),
                        false)
                .map(row -> ArtifactId.of(row.getString("id")))
                .toList();
    }
}
