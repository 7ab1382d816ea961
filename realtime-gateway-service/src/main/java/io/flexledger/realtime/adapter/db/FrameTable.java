package io.flexledger.realtime.adapter.db;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.realtime.frame.Frame;
import io.flexledger.realtime.frame.KeptFrame;
import io.flexledger.realtime.frame.Section;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code frame} table. */
public final class FrameTable {

    /** What is kept already is left out before it takes a number: it is heard again every two minutes. */
    private static final String ADD = """
            insert into frame (sha256, server_version, received_at, section, execution, reason, payload)
            select * from unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::bytea[])
                          as heard (sha256, server_version, received_at, section, execution, reason, payload)
             where not exists (select 1 from frame as kept
                                where kept.sha256 = heard.sha256 and kept.server_version = heard.server_version)
                on conflict (sha256, server_version) do nothing
            returning execution
            """;

    private static final String COLUMNS =
            "select number, sha256, server_version, received_at, section, execution, payload from frame ";

    private static final String OF_EXECUTIONS = COLUMNS + "where execution = any($1) order by number";

    private static final String BY_ID = COLUMNS + "where sha256 = $1 order by number limit 1";

    private static final String UNREADABLE = "select count(*) from frame where reason is not null";

    private FrameTable() {}

    /**
     * A message to be kept.
     *
     * @param reason why it could not be read; null for one that could
     */
    public record Entry(
            Section section,
            @Nullable String execution,
            @Nullable String reason,
            Frame frame) {}

    /** @return what those were about that were not kept before, one for each */
    public static List<@Nullable String> add(SqlClient tx, Collection<Entry> entries) {
        Tuple values = Tuple.tuple()
                .addValue(entries.stream()
                        .map(entry -> entry.frame().id().sha256())
                        .toArray(String[]::new))
                .addValue(entries.stream()
                        .map(entry -> entry.frame().serverVersion())
                        .toArray(Integer[]::new))
                .addValue(entries.stream()
                        .map(entry -> entry.frame().receivedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addValue(entries.stream()
                        .map(entry -> entry.section().wireName())
                        .toArray(String[]::new))
                .addValue(entries.stream().map(Entry::execution).toArray(String[]::new))
                .addValue(entries.stream().map(Entry::reason).toArray(String[]::new))
                .addValue(entries.stream()
                        .map(entry ->
                                io.vertx.core.buffer.Buffer.buffer(entry.frame().payload()))
                        .toArray(io.vertx.core.buffer.Buffer[]::new));
        List<@Nullable String> added = new ArrayList<>();
        tx.preparedQuery(ADD).executeAndAwait(values).forEach(row -> added.add(row.getString(0)));
        return added;
    }

    /** Everything that is kept of some executions, in order. */
    public static List<KeptFrame> of(SqlClient client, Collection<String> executions) {
        return frames(client.preparedQuery(OF_EXECUTIONS).executeAndAwait(Tuple.of(executions.toArray(String[]::new))));
    }

    public static Optional<KeptFrame> find(SqlClient client, ArtifactId id) {
        return frames(client.preparedQuery(BY_ID).executeAndAwait(Tuple.of(id.sha256()))).stream()
                .findFirst();
    }

    /** How many could not be read. */
    public static long unreadable(SqlClient client) {
        return client.query(UNREADABLE).executeAndAwait().iterator().next().getLong(0);
    }

    private static List<KeptFrame> frames(RowSet<Row> rows) {
        List<KeptFrame> frames = new ArrayList<>();
        rows.forEach(row -> frames.add(new KeptFrame(
                row.getLong("number"),
                ArtifactId.of(row.getString("sha256")),
                Section.ofWireName(row.getString("section")),
                row.getString("execution"),
                new Frame(
                        row.getInteger("server_version"),
                        row.getOffsetDateTime("received_at").toInstant(),
                        bytes(row)))));
        return frames;
    }

    private static byte[] bytes(Row row) {
        Buffer payload = row.getBuffer("payload");
        return payload.getBytes();
    }
}
