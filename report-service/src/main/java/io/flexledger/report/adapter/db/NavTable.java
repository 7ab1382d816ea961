package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.report.holding.KnownAccount;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code nav}: net asset value by account, date and kind; also the register of report days. */
@ApplicationScoped
public class NavTable {

    private static final String UPSERT = """
        insert into nav as known (account, nav_date, kind, as_of, currency, total, opening, twr, version, hash,
            snapshot)
        select account, nav_date, kind, as_of, currency, total::numeric, opening::numeric, twr::numeric, version, hash,
            snapshot
          from unnest($1::text[], $2::date[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
                   $8::text[], $9::int8[], $10::text[], $11::text[])
               as fresh (account, nav_date, kind, as_of, currency, total, opening, twr, version, hash, snapshot)
        on conflict (account, nav_date, kind) do update
           set as_of = excluded.as_of, currency = excluded.currency, total = excluded.total,
               opening = excluded.opening, twr = excluded.twr, version = excluded.version, hash = excluded.hash,
               snapshot = excluded.snapshot
         where excluded.version > known.version
        returning account, nav_date, kind
        """;

    private static final String DELETE = """
        delete from nav where (account, nav_date, kind) in (select * from unnest($1::text[], $2::date[], $3::text[]))
        """;

    private static final String BETWEEN = """
        select snapshot from nav where account = $1 and nav_date between $2 and $3 and ($4::text is null or kind = $4)
         order by nav_date, kind
        """;

    private static final String BEFORE = """
        select max(nav_date) as day from nav where account = $1 and nav_date < $2 and kind <> 'LIVE'
        """;

    private static final String AFTER = """
        select min(nav_date) as day from nav where account = $1 and nav_date > $2 and kind <> 'LIVE'
        """;

    private static final String NEWEST_TOLD =
            "select max(nav_date) as day from nav where account = $1 and kind <> 'LIVE'";

    private static final String RUNNING = """
        select max(nav_date) as day from nav where account = $1 and kind = 'LIVE'
           and nav_date > coalesce((select max(nav_date) from nav where account = $1 and kind <> 'LIVE'), date '-infinity')
        """;

    private static final String LAST = """
        select snapshot from nav where account = $1 and nav_date <= $2 and kind = $3 order by nav_date desc limit 1
        """;

    private static final String ACCOUNTS = """
        select account, min(currency) as currency,
               coalesce(min(nav_date) filter (where kind = 'CALCULATED'), min(nav_date)) as first,
               coalesce(max(nav_date) filter (where kind = 'CALCULATED'), max(nav_date)) as last,
               (count(*) filter (where kind = 'CALCULATED'))::int as days
          from nav where kind <> 'OFFICIAL' group by account order by account
        """;

    private static final String HASHES = """
        select account || ' ' || nav_date || ' ' || kind || ' ' || hash as line from nav where kind <> 'LIVE'
         order by account collate "C", nav_date, kind collate "C"
        """;

    /** A snapshot's key, as the topic has it. */
    public record Key(AccountId account, LocalDate date, Kind kind) {}

    /** Saves what is newer than what is known, and returns its keys. */
    public List<Key> save(SqlClient tx, Collection<NavSnapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(snapshots);
        var tuple = Tuple.tuple();
        tuple.addValue(all.stream().map(s -> s.account().value()).toArray(String[]::new));
        tuple.addValue(all.stream().map(NavSnapshot::date).toArray(LocalDate[]::new));
        tuple.addValue(all.stream().map(s -> s.kind().name()).toArray(String[]::new));
        tuple.addValue(all.stream().map(s -> s.asOf().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        tuple.addValue(all.stream().map(s -> s.total().currency().code()).toArray(String[]::new));
        tuple.addValue(all.stream().map(s -> plain(s.total().amount())).toArray(String[]::new));
        tuple.addValue(all.stream()
                .map(s -> s.opening() == null ? null : plain(s.opening().amount()))
                .toArray(String[]::new));
        tuple.addValue(all.stream().map(s -> plain(s.twrPercent())).toArray(String[]::new));
        tuple.addValue(all.stream().map(NavSnapshot::version).toArray(Long[]::new));
        tuple.addValue(all.stream().map(Fingerprint::of).toArray(String[]::new));
        tuple.addValue(all.stream()
                .map(s -> new String(ContractJson.write(s), StandardCharsets.UTF_8))
                .toArray(String[]::new));
        var saved = new ArrayList<Key>();
        tx.preparedQuery(UPSERT)
                .executeAndAwait(tuple)
                .forEach(row -> saved.add(new Key(
                        AccountId.of(row.getString("account")),
                        row.getLocalDate("nav_date"),
                        Kind.valueOf(row.getString("kind")))));
        return saved;
    }

    public void delete(SqlClient tx, Collection<Key> keys) {
        if (!keys.isEmpty()) {
            tx.preparedQuery(DELETE)
                    .executeAndAwait(Tuple.of(
                            keys.stream().map(k -> k.account().value()).toArray(String[]::new),
                            keys.stream().map(Key::date).toArray(LocalDate[]::new),
                            keys.stream().map(k -> k.kind().name()).toArray(String[]::new)));
        }
    }

    public List<NavSnapshot> between(
            SqlClient client, AccountId account, LocalDate from, LocalDate to, @Nullable Kind kind) {
        var tuple = Tuple.of(account.value(), from, to, kind == null ? null : kind.name());
        return snapshots(client.preparedQuery(BETWEEN).executeAndAwait(tuple));
    }

    /** The newest of a kind on or before a date. */
    public Optional<NavSnapshot> last(SqlClient client, AccountId account, LocalDate date, Kind kind) {
        var rows = client.preparedQuery(LAST).executeAndAwait(Tuple.of(account.value(), date, kind.name()));
        return snapshots(rows).stream().findFirst();
    }

    /** The report day before a date. */
    public Optional<LocalDate> before(SqlClient client, AccountId account, LocalDate date) {
        return day(client, BEFORE, Tuple.of(account.value(), date));
    }

    /** The report day after a date. */
    public Optional<LocalDate> after(SqlClient client, AccountId account, LocalDate date) {
        return day(client, AFTER, Tuple.of(account.value(), date));
    }

    /** The newest day a statement or the ledger tells. */
    public Optional<LocalDate> newestTold(SqlClient client, AccountId account) {
        return day(client, NEWEST_TOLD, Tuple.of(account.value()));
    }

    /** The day that runs, as long as the gateway alone tells it. */
    public Optional<LocalDate> running(SqlClient client, AccountId account) {
        return day(client, RUNNING, Tuple.of(account.value()));
    }

    private static Optional<LocalDate> day(SqlClient client, String sql, Tuple of) {
        var rows = client.preparedQuery(sql).executeAndAwait(of);
        return Optional.ofNullable(rows.iterator().next().getLocalDate("day"));
    }

    public List<KnownAccount> accounts(SqlClient client) {
        var accounts = new ArrayList<KnownAccount>();
        for (var row : client.query(ACCOUNTS).executeAndAwait()) {
            accounts.add(new KnownAccount(
                    AccountId.of(row.getString("account")),
                    row.getString("currency"),
                    row.getLocalDate("first"),
                    row.getLocalDate("last"),
                    row.getInteger("days")));
        }
        return accounts;
    }

    /** One line per snapshot, in order. Live ones are left out: no statement brings them back. */
    public List<String> hashes(SqlClient client) {
        var lines = new ArrayList<String>();
        client.query(HASHES).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
        return lines;
    }

    private static List<NavSnapshot> snapshots(Iterable<Row> rows) {
        var snapshots = new ArrayList<NavSnapshot>();
        rows.forEach(row -> snapshots.add(ContractJson.read(row.getString("snapshot"), NavSnapshot.class)));
        return snapshots;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
