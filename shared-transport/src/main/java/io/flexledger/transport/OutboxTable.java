package io.flexledger.transport;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code outbox} table of the schema the connection's {@code search_path} selects. */
public final class OutboxTable {

    /** Bounds what one statement holds in memory; a single larger record still goes through. */
    private static final int INSERT_BYTES = 16 * 1024 * 1024;

    private static final String INSERT = """
            insert into outbox (topic, key, value, headers)
            select topic, key, value, headers::jsonb
              from unnest($1::text[], $2::text[], $3::bytea[], $4::text[])
                   with ordinality as record (topic, key, value, headers, position)
             order by position
            """;

    /**
     * The sum of sizes picks the rows, so that no value is read which does not belong to the batch. They are the first of
     * those that wait, so the last of them is enough to tell; a list of ids would be searched for each row of the table.
     */
    private static final String HEAD = """
            with waiting as (
                select id, coalesce(octet_length(value), 0) as bytes
                  from outbox
                 where (topic, key) not in (select * from unnest($3::text[], $4::text[]))
                 order by id
                 limit $1),
            sized as (
                select id, bytes, sum(bytes) over (order by id) as total
                  from waiting)
            select id, topic, key, value, headers
              from outbox
             where id <= (select max(id) from sized where total <= $2 or total = bytes)
               and (topic, key) not in (select * from unnest($3::text[], $4::text[]))
             order by id
            """;

    private static final String DELETE = "delete from outbox where id = any($1)";

    private static final String COUNT = "select count(*) from outbox";

    private OutboxTable() {}

    /** A record with its place in the queue. */
    public record Queued(long id, OutgoingRecord record) {

        public Lane lane() {
            return new Lane(record.topic(), record.key());
        }
    }

    /** What keeps its order: the records of one topic and key. */
    public record Lane(String topic, String key) {}

    static void insert(SqlConnection tx, List<OutgoingRecord> records) {
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < records.size(); i++) {
            long size = size(records.get(i));
            if (i > from && bytes + size > INSERT_BYTES) {
                insertChunk(tx, records.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        if (from < records.size()) {
            insertChunk(tx, records.subList(from, records.size()));
        }
    }

    private static void insertChunk(SqlConnection tx, List<OutgoingRecord> records) {
        String[] topics = records.stream().map(OutgoingRecord::topic).toArray(String[]::new);
        String[] keys = records.stream().map(OutgoingRecord::key).toArray(String[]::new);
        @Nullable Buffer[] values = new @Nullable Buffer[records.size()];
        String[] headers = new String[records.size()];
        for (int i = 0; i < headers.length; i++) {
            byte[] value = records.get(i).value();
            values[i] = value == null ? null : Buffer.buffer(value);
            headers[i] = new JsonObject(new LinkedHashMap<>(records.get(i).headers())).encode();
        }
        tx.preparedQuery(INSERT).executeAndAwait(Tuple.of(topics, keys, values, headers));
    }

    private static int size(OutgoingRecord record) {
        byte[] value = record.value();
        return value == null ? 0 : value.length;
    }

    /**
     * The oldest records in order, without those of the lanes that are held back.
     *
     * @param bytes of all values together; a first record larger than that comes alone
     */
    public static List<Queued> head(SqlClient client, int count, int bytes, Collection<Lane> held) {
        String[] topics = held.stream().map(Lane::topic).toArray(String[]::new);
        String[] keys = held.stream().map(Lane::key).toArray(String[]::new);
        var rows = client.preparedQuery(HEAD).executeAndAwait(Tuple.of(count, (long) bytes, topics, keys));
        List<Queued> head = new ArrayList<>(rows.size());
        rows.forEach(row -> head.add(queued(row)));
        return head;
    }

    private static Queued queued(Row row) {
        var value = row.getBuffer("value");
        Map<String, String> headers = new LinkedHashMap<>();
        row.getJsonObject("headers").forEach(header -> headers.put(header.getKey(), (String) header.getValue()));
        byte[] bytes = value == null ? null : value.getBytes();
        return new Queued(
                row.getLong("id"), new OutgoingRecord(row.getString("topic"), row.getString("key"), bytes, headers));
    }

    public static void delete(SqlClient client, Collection<Long> ids) {
        client.preparedQuery(DELETE).executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)));
    }

    static long count(SqlClient client) {
        return client.query(COUNT).executeAndAwait().iterator().next().getLong(0);
    }
}
