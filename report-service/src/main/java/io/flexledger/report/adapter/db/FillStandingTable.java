package io.flexledger.report.adapter.db;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.FillStanding;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code fill_standing}: where the ledger says provisional fills stand, whether or not they have come. */
@ApplicationScoped
public class FillStandingTable {

    private static final String UPSERT = """
        with before as (select event_id, status from fill_standing where event_id = any($1)),
             saved as (
                insert into fill_standing as known (event_id, version, status)
                select * from unnest($1::uuid[], $2::int8[], $3::text[])
                on conflict (event_id) do update set version = excluded.version, status = excluded.status
                 where excluded.version > known.version
                returning event_id)
        select event_id, before.status from saved left join before using (event_id)
        """;

    /** @param before where it stood; absent if nothing was known */
    public record Change(FillStanding now, FillStanding.@Nullable Status before) {}

    /** Saves what is newer than what is known and returns it. */
    public List<Change> save(SqlClient tx, Map<EventId, FillStanding> standings) {
        var all = List.copyOf(standings.values());
        var changes = new ArrayList<Change>();
        tx.preparedQuery(UPSERT)
                .executeAndAwait(Tuple.of(
                        all.stream().map(s -> s.event().value()).toArray(UUID[]::new),
                        all.stream().map(FillStanding::version).toArray(Long[]::new),
                        all.stream().map(s -> s.status().name()).toArray(String[]::new)))
                .forEach(row -> {
                    var now = Objects.requireNonNull(standings.get(new EventId(row.getUUID("event_id"))));
                    var before = row.getString("status");
                    changes.add(new Change(now, before == null ? null : FillStanding.Status.valueOf(before)));
                });
        return changes;
    }
}
