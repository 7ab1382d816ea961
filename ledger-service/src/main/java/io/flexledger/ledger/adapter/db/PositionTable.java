package io.flexledger.ledger.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.ledger.history.Content;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Positions as published. */
@ApplicationScoped
public class PositionTable {

    private static final String UPSERT = """
        insert into position as known (account, instrument, report_date, version, hash, json)
        select $1, instrument, day, nextval('published_version'), hash, json
          from unnest($2::text[], $3::date[], $4::text[], $5::text[]) as fresh (instrument, day, hash, json)
        on conflict (account, instrument) do update
           set report_date = excluded.report_date, version = excluded.version, hash = excluded.hash,
               json = excluded.json
         where known.hash <> excluded.hash
        returning instrument, version
        """;

    private static final String SINCE = "select json from position where account = $1 and report_date >= $2";

    private static final String HASHES = """
        select account || ' ' || instrument || ' ' || hash as line
          from position where json::jsonb ->> 'quantity' <> '0' order by account, instrument
        """;

    /** Saves the newest states; returns those that changed, with their new version. */
    public List<PositionUpdate> save(SqlClient tx, AccountId account, Collection<PositionUpdate> updates) {
        if (updates.isEmpty()) {
            return List.of();
        }
        var contents = updates.stream().map(Content::of).toList();
        var rows = tx.preparedQuery(UPSERT)
                .executeAndAwait(Tuple.of(
                        account.value(),
                        updates.stream().map(PositionTable::instrument).toArray(String[]::new),
                        updates.stream().map(PositionUpdate::reportDate).toArray(LocalDate[]::new),
                        contents.stream().map(Content::hash).toArray(String[]::new),
                        contents.stream().map(Content::json).toArray(String[]::new)));
        var versions = new HashMap<String, Long>();
        rows.forEach(row -> versions.put(row.getString("instrument"), row.getLong("version")));
        return updates.stream()
                .filter(update -> versions.containsKey(instrument(update)))
                .map(update -> update.withVersion(Objects.requireNonNull(versions.get(instrument(update)))))
                .toList();
    }

    private static String instrument(PositionUpdate update) {
        return update.instrument().id().value();
    }

    /** Positions last changed on this day or later. */
    public List<PositionUpdate> since(SqlClient tx, AccountId account, LocalDate day) {
        var updates = new ArrayList<PositionUpdate>();
        tx.preparedQuery(SINCE)
                .executeAndAwait(Tuple.of(account.value(), day))
                .forEach(row -> updates.add(ContractJson.read(row.getString("json"), PositionUpdate.class)));
        return updates;
    }

    /** One line per open position, in order: what {@code projection-hash} is made of. */
    public List<String> hashes(SqlClient client) {
        var lines = new ArrayList<String>();
        client.query(HASHES).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
        return lines;
    }
}
