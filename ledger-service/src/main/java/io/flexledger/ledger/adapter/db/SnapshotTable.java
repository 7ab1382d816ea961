package io.flexledger.ledger.adapter.db;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.ledger.history.Content;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Net asset values as published. */
@ApplicationScoped
public class SnapshotTable {

    private static final String UPSERT = """
        insert into nav as known (account, key, report_date, version, hash, json)
        select $1, key, day, nextval('published_version'), hash, json
          from unnest($2::text[], $3::date[], $4::text[], $5::text[]) as fresh (key, day, hash, json)
        on conflict (account, key) do update
           set report_date = excluded.report_date, version = excluded.version, hash = excluded.hash,
               json = excluded.json
         where known.hash <> excluded.hash or known.json is null
        returning key, version
        """;

    private static final String WITHDRAW = """
        update nav set json = null, version = nextval('published_version')
         where account = $1 and report_date between $2 and $3 and json is not null and key <> all($4)
        returning key
        """;

    private static final String HASHES =
            "select key || ' ' || hash as line from nav where json is not null order by account, report_date, key";

    /** Saves the values of these days; returns those that changed, with their new version. */
    public List<NavSnapshot> save(SqlClient tx, AccountId account, List<NavSnapshot> snapshots) {
        var contents = snapshots.stream().map(Content::of).toList();
        var rows = tx.preparedQuery(UPSERT)
                .executeAndAwait(Tuple.of(
                        account.value(),
                        snapshots.stream().map(NavSnapshot::key).toArray(String[]::new),
                        snapshots.stream().map(NavSnapshot::date).toArray(LocalDate[]::new),
                        contents.stream().map(Content::hash).toArray(String[]::new),
                        contents.stream().map(Content::json).toArray(String[]::new)));
        var versions = new HashMap<String, Long>();
        rows.forEach(row -> versions.put(row.getString("key"), row.getLong("version")));
        return snapshots.stream()
                .filter(snapshot -> versions.containsKey(snapshot.key()))
                .map(snapshot -> snapshot.withVersion(Objects.requireNonNull(versions.get(snapshot.key()))))
                .toList();
    }

    /** Withdraws what these days no longer have; returns the keys. */
    public List<String> withdraw(
            SqlClient tx, AccountId account, LocalDate from, LocalDate to, List<NavSnapshot> kept) {
        var keys = kept.stream().map(NavSnapshot::key).toArray(String[]::new);
        var gone = new ArrayList<String>();
        tx.preparedQuery(WITHDRAW)
                .executeAndAwait(Tuple.of(account.value(), from, to, keys))
                .forEach(row -> gone.add(row.getString("key")));
        return gone;
    }

    /** One line per value, in order: what {@code projection-hash} is made of. */
    public List<String> hashes(SqlClient client) {
        var lines = new ArrayList<String>();
        client.query(HASHES).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
        return lines;
    }
}
