package io.flexledger.mapper.adapter.db;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.mapper.version.FactVersion;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The {@code fact_memory} table. */
public final class FactMemoryTable {

    private static final String FIND = """
            select fact_id, content, stated_at, artifact_id
              from fact_memory
             where fact_id = any($1) and query = $2
            """;

    private static final String STORE = """
            insert into fact_memory (fact_id, query, account, content, stated_at, artifact_id)
            select fact.id, $1, fact.account, fact.content, fact.stated_at, fact.artifact_id
              from unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::text[])
                   as fact (id, account, content, stated_at, artifact_id)
                on conflict (fact_id, query) do update
               set content = excluded.content, stated_at = excluded.stated_at, artifact_id = excluded.artifact_id
            """;

    private FactMemoryTable() {}

    /** A fact with the version to remember. */
    public record Entry(EventId fact, String account, FactVersion latest) {}

    public static Map<EventId, FactVersion> find(SqlConnection tx, String query, Collection<EventId> facts) {
        var ids = facts.stream().map(EventId::value).toArray(UUID[]::new);
        var found = new HashMap<EventId, FactVersion>();
        tx.preparedQuery(FIND)
                .executeAndAwait(Tuple.of(ids, query))
                .forEach(row -> found.put(
                        new EventId(row.getUUID("fact_id")),
                        new FactVersion(
                                row.getUUID("content"),
                                row.getOffsetDateTime("stated_at").toInstant(),
                                ArtifactId.of(row.getString("artifact_id")))));
        return found;
    }

    public static void store(SqlConnection tx, String query, Collection<Entry> entries) {
        List<Entry> facts = new ArrayList<>(entries);
        var values = Tuple.tuple()
                .addString(query)
                .addArrayOfUUID(facts.stream().map(fact -> fact.fact.value()).toArray(UUID[]::new))
                .addArrayOfString(facts.stream().map(Entry::account).toArray(String[]::new))
                .addArrayOfUUID(
                        facts.stream().map(fact -> fact.latest.content()).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(facts.stream()
                        .map(fact -> fact.latest.statedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(facts.stream()
                        .map(fact -> fact.latest.artifact().sha256())
                        .toArray(String[]::new));
        tx.preparedQuery(STORE).executeAndAwait(values);
    }
}
