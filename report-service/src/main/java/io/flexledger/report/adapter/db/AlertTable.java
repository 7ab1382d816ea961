package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.alert.AlertSearch;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code alert}: every alert, as it stands. */
@ApplicationScoped
public class AlertTable {

    private static final String UPSERT = """
        insert into alert as known (id, version, kind, subject, account, lasts, raised_at, ended_at, acknowledged_at,
            alert)
        select * from unnest($1::uuid[], $2::int8[], $3::text[], $4::text[], $5::text[], $6::bool[],
            $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::text[])
        on conflict (id) do update
           set version = excluded.version, kind = excluded.kind, subject = excluded.subject,
               account = excluded.account, lasts = excluded.lasts, raised_at = excluded.raised_at,
               ended_at = excluded.ended_at, acknowledged_at = excluded.acknowledged_at, alert = excluded.alert
         where excluded.version > known.version
        returning id
        """;

    private static final String OPEN = "acknowledged_at is null and ended_at is null";

    private static final String LIST = """
        select alert from alert
         where ($1::text is null or account = $1 or account is null) and ($2::text is null or kind = $2)
           and ($3::bool is null or (%s) = $3)
         order by raised_at desc, id limit $4
        """.formatted(OPEN);

    private static final String ONE = "select alert from alert where id = $1";

    private static final String LOCK = ONE + " for update";

    private static final String RELEVANT = """
        select alert from alert
         where id = any($1::uuid[]) or (lasts and (ended_at is null or ended_at >= $2))
         order by id for update
        """;

    private static final String GOING_ON = "select alert from alert where lasts and ended_at is null and kind = $1";

    private static final String OPEN_BY_KIND =
            "select kind, count(*) as open from alert where " + OPEN + " group by kind";

    private static final String OPEN_OF = "select count(*) as open from alert where " + OPEN
            + " and ($1::text is null or account = $1 or account is null)";

    /** The database's order, by bytes without a sign; an id's own compares signed halves. */
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    /** Saves what is newer than what is known, the newest of each, and returns it. */
    public List<Alert> save(SqlClient tx, Collection<Alert> alerts) {
        if (alerts.isEmpty()) {
            return List.of();
        }
        var newest = new TreeMap<UUID, Alert>(AS_STORED); // in one order everywhere, so that nobody waits in a circle
        alerts.forEach(alert -> newest.merge(alert.id(), alert, AlertTable::newer));
        var all = List.copyOf(newest.values());
        var tuple = Tuple.tuple()
                .addValue(all.stream().map(Alert::id).toArray(UUID[]::new))
                .addValue(all.stream().map(Alert::version).toArray(Long[]::new))
                .addValue(texts(all, alert -> alert.kind().name()))
                .addValue(texts(all, Alert::subject))
                .addValue(texts(all, AlertTable::account))
                .addValue(all.stream().map(alert -> alert.kind().lasts()).toArray(Boolean[]::new))
                .addValue(times(all, Alert::raisedAt))
                .addValue(times(all, Alert::endedAt))
                .addValue(times(all, AlertTable::acknowledgedAt))
                .addValue(texts(all, alert -> new String(ContractJson.write(alert), StandardCharsets.UTF_8)));
        var saved = new ArrayList<UUID>();
        tx.preparedQuery(UPSERT).executeAndAwait(tuple).forEach(row -> saved.add(row.getUUID("id")));
        return all.stream().filter(alert -> saved.contains(alert.id())).toList();
    }

    /** Newest first. */
    public List<Alert> list(SqlClient client, AlertSearch search, int limit) {
        var account = search.account();
        var kind = search.kind();
        return alerts(client.preparedQuery(LIST)
                .executeAndAwait(Tuple.of(
                        account == null ? null : account.value(),
                        kind == null ? null : kind.name(),
                        search.open(),
                        limit)));
    }

    public Optional<Alert> find(SqlClient client, UUID id) {
        return alerts(client.preparedQuery(ONE).executeAndAwait(Tuple.of(id))).stream()
                .findFirst();
    }

    /** Nobody else changes it until the transaction ends. */
    public Optional<Alert> lock(SqlClient tx, UUID id) {
        return alerts(tx.preparedQuery(LOCK).executeAndAwait(Tuple.of(id))).stream()
                .findFirst();
    }

    /** What goes on or ended since, and those of these ids; nobody else changes them until the transaction ends. */
    public List<Alert> lockRelevant(SqlClient tx, Collection<UUID> ids, Instant since) {
        return alerts(tx.preparedQuery(RELEVANT).executeAndAwait(Tuple.of(ids.toArray(UUID[]::new), time(since))));
    }

    public List<Alert> goingOn(SqlClient client, Kind kind) {
        return alerts(client.preparedQuery(GOING_ON).executeAndAwait(Tuple.of(kind.name())));
    }

    /** How many are open, of kinds that have any. */
    public Map<Kind, Long> openByKind(SqlClient client) {
        var open = new EnumMap<Kind, Long>(Kind.class);
        client.query(OPEN_BY_KIND)
                .executeAndAwait()
                .forEach(row -> open.put(Kind.valueOf(row.getString("kind")), row.getLong("open")));
        return open;
    }

    /** How many are open, of an account or of all. */
    public long open(SqlClient client, @Nullable AccountId account) {
        return client.preparedQuery(OPEN_OF)
                .executeAndAwait(Tuple.of(account == null ? null : account.value()))
                .iterator()
                .next()
                .getLong("open");
    }

    private static List<Alert> alerts(Iterable<Row> rows) {
        var alerts = new ArrayList<Alert>();
        rows.forEach(row -> alerts.add(ContractJson.read(row.getString("alert"), Alert.class)));
        return alerts;
    }

    private static Alert newer(Alert one, Alert other) {
        return other.version() > one.version() ? other : one;
    }

    private static @Nullable String account(Alert alert) {
        return alert.account() == null ? null : alert.account().value();
    }

    private static @Nullable Instant acknowledgedAt(Alert alert) {
        var acknowledged = alert.acknowledged();
        return acknowledged == null ? null : acknowledged.at();
    }

    private static String[] texts(List<Alert> alerts, Function<Alert, @Nullable String> column) {
        return alerts.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Alert> alerts, Function<Alert, @Nullable Instant> column) {
        return alerts.stream().map(column).map(AlertTable::time).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
