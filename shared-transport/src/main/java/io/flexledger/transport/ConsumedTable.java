package io.flexledger.transport;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The {@code consumed} table of the schema the connection's {@code search_path} selects. */
final class ConsumedTable {

    private static final String FIND = """
            select topic, partition, next_offset
              from consumed
             where (topic, partition) in (select * from unnest($1::text[], $2::int[]))
            """;

    /** In one order everywhere, so that two batches wait for one another instead of deadlocking. */
    private static final String LOCK = FIND + " order by topic, partition for update";

    /** A row that is absent cannot be locked; a second consumer of a new partition waits here for the first. */
    private static final String CREATE = """
            insert into consumed (topic, partition, next_offset)
            select topic, partition, 0
              from unnest($1::text[], $2::int[]) as assigned (topic, partition)
             order by topic, partition
                on conflict do nothing
            """;

    private static final String STORE = """
            update consumed
               set next_offset = processed.next_offset
              from unnest($1::text[], $2::int[], $3::bigint[]) as processed (topic, partition, next_offset)
             where consumed.topic = processed.topic and consumed.partition = processed.partition
            """;

    private static final String ALL = "select topic, partition, next_offset from consumed order by topic, partition";

    private ConsumedTable() {}

    /** Next offsets of these partitions, locked until the transaction ends; 0 for one that is new. */
    static Map<TopicPartition, Long> lock(SqlConnection tx, Collection<TopicPartition> partitions) {
        Tuple names = Tuple.of(topics(partitions), numbers(partitions));
        var known = offsets(tx.preparedQuery(LOCK).executeAndAwait(names));
        if (known.size() == partitions.size()) {
            return known;
        }
        tx.preparedQuery(CREATE).executeAndAwait(names);
        return offsets(tx.preparedQuery(LOCK).executeAndAwait(names));
    }

    /** Only for partitions that are locked. */
    static void store(SqlConnection tx, Map<TopicPartition, Long> next) {
        tx.preparedQuery(STORE)
                .executeAndAwait(Tuple.of(
                        topics(next.keySet()),
                        numbers(next.keySet()),
                        next.values().toArray(Long[]::new)));
    }

    /** Next offsets as committed; a partition that is new is absent. */
    static Map<TopicPartition, Long> find(SqlClient client, Collection<TopicPartition> partitions) {
        return offsets(client.preparedQuery(FIND).executeAndAwait(Tuple.of(topics(partitions), numbers(partitions))));
    }

    static Map<TopicPartition, Long> all(SqlClient client) {
        return offsets(client.query(ALL).executeAndAwait());
    }

    private static Map<TopicPartition, Long> offsets(RowSet<Row> rows) {
        Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        rows.forEach(row -> offsets.put(
                new TopicPartition(row.getString("topic"), row.getInteger("partition")), row.getLong("next_offset")));
        return offsets;
    }

    private static String[] topics(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
    }

    private static Integer[] numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
    }
}
