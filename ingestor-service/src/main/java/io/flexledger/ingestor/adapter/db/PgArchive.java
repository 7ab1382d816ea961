package io.flexledger.ingestor.adapter.db;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.ChainLink;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The {@code received_file} and {@code received_chunk} tables. */
@ApplicationScoped
class PgArchive implements Archive {

    private static final String SELECT = """
            select id, position, size, received_at, origin, name, previous_link, link, required_sections
              from received_file
            """;

    private static final String FIND = SELECT + " where id = $1";

    private static final String LAST = SELECT + " order by position desc limit 1";

    private static final String UNSCANNED = SELECT + """
             where not exists (select from scanned_file where file_id = id)
             order by position
             limit $1
            """;

    private static final String PAGE = SELECT + " where position < $1 order by position desc limit $2";

    private static final String AFTER = SELECT + " where position > $1 order by position limit $2";

    private static final String INSERT = """
            insert into received_file (id, position, size, received_at, origin, name, previous_link, link,
                                       required_sections)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private final Pool pool;

    PgArchive(Pool pool) {
        this.pool = pool;
    }

    @Override
    public ReceivedFile keep(Content content, Arrival arrival) {
        try {
            return Transactions.run(pool, tx -> {
                Transactions.lock(tx, "file " + content.sha256());
                var known = first(tx.preparedQuery(FIND).executeAndAwait(Tuple.of(content.sha256())));
                if (known.isPresent()) {
                    return known.get();
                }
                writeBytes(tx, content);
                Transactions.lock(tx, "chain"); // last, so that nobody waits for another's bytes
                var link = nextLink(tx, content);
                var file = new ReceivedFile(
                        arrival.receivedAt(), arrival.origin(), arrival.name(), link, arrival.required());
                tx.preparedQuery(INSERT).executeAndAwait(values(file));
                return file;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeBytes(SqlConnection tx, Content content) throws IOException {
        try (var bytes = content.open();
                var chunks = new ChunkOutput(tx, content.sha256());
                var zstd = new ZstdOutputStreamNoFinalizer(chunks, Zstd.defaultCompressionLevel())) {
            zstd.setChecksum(true);
            bytes.transferTo(zstd);
        }
    }

    private static ChainLink nextLink(SqlConnection tx, Content content) {
        return first(tx.query(LAST).executeAndAwait())
                .map(last -> last.link().next(content.sha256(), content.size()))
                .orElseGet(() -> ChainLink.first(content.sha256(), content.size()));
    }

    @Override
    public Optional<ReceivedFile> find(String sha256) {
        return first(pool.preparedQuery(FIND).executeAndAwait(Tuple.of(sha256)));
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return new ZstdInputStreamNoFinalizer(new ChunkInput(pool, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ReceivedFile> unscanned(int limit) {
        return all(pool.preparedQuery(UNSCANNED).executeAndAwait(Tuple.of(limit)));
    }

    @Override
    public List<ReceivedFile> newest(long before, int limit) {
        return all(pool.preparedQuery(PAGE).executeAndAwait(Tuple.of(before, limit)));
    }

    @Override
    public List<ReceivedFile> after(long position, int limit) {
        return all(pool.preparedQuery(AFTER).executeAndAwait(Tuple.of(position, limit)));
    }

    private static Tuple values(ReceivedFile file) {
        return Tuple.tuple()
                .addString(file.sha256())
                .addLong(file.link().position())
                .addLong(file.size())
                .addOffsetDateTime(file.receivedAt().atOffset(ZoneOffset.UTC))
                .addString(file.origin().name())
                .addString(file.name())
                .addString(file.link().previous())
                .addString(file.link().link())
                .addArrayOfString(file.required().stream().sorted().toArray(String[]::new));
    }

    private static Optional<ReceivedFile> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    private static List<ReceivedFile> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgArchive::file)
                .toList();
    }

    private static ReceivedFile file(Row row) {
        return new ReceivedFile(
                row.getOffsetDateTime("received_at").toInstant(),
                Origin.valueOf(row.getString("origin")),
                row.getString("name"),
                new ChainLink(
                        row.getLong("position"),
                        row.getString("previous_link"),
                        row.getString("id"),
                        row.getLong("size"),
                        row.getString("link")),
                required(row));
    }

    private static Set<String> required(Row row) {
        var sections = row.getArrayOfStrings("required_sections");
        return sections == null ? Set.of() : Set.of(sections);
    }
}
