package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.report.live.LiveFill;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * {@code live_fill}: provisional fills as the gateway told them last; where each stands is in {@code fill_standing}.
 */
@ApplicationScoped
public class LiveFillTable {

    private static final String UPSERT = """
        insert into live_fill as known (event_id, account, report_date, occurred_at, stated_at, fill)
        select * from unnest($1::uuid[], $2::text[], $3::date[], $4::timestamptz[], $5::timestamptz[], $6::text[])
        on conflict (event_id) do update
           set report_date = excluded.report_date, occurred_at = excluded.occurred_at, stated_at = excluded.stated_at,
               fill = excluded.fill
         where excluded.stated_at >= known.stated_at and excluded.fill <> known.fill
        returning account, event_id
        """;

    /** One that the ledger has placed nowhere yet is shown; one that was taken back is not. */
    private static final String SHOWN = """
         from live_fill left join fill_standing using (event_id)
         where account = $1 and status is distinct from 'TAKEN_BACK'
        """;

    private static final String SELECT = "select fill, status" + SHOWN;

    private static final String DAYS =
            SELECT + " and report_date between $2 and $3 order by occurred_at desc, event_id desc limit $4";

    private static final String NAMED = SELECT + " and event_id = any($2) order by array_position($2, event_id)";

    private static final String NEWEST = "select report_date as day" + SHOWN + " order by report_date desc limit 1";

    private static final String COUNT = "select count(*) as fills" + SHOWN + " and report_date >= $2";

    private static final String UNCONFIRMED = """
        select account, report_date, min(occurred_at) as first, count(*) as fills
          from live_fill join fill_standing using (event_id)
         where status = 'UNCONFIRMED'
         group by account, report_date
         order by account, report_date
        """;

    /**
     * Executions of a report day that are unconfirmed.
     *
     * @param first when the first of them was
     */
    public record Unconfirmed(AccountId account, LocalDate date, Instant first, long count) {}

    /** A fill of an account. */
    public record Key(AccountId account, EventId event) {}

    /** Saves what is not older than what is known, one of each fill, and returns what changed. */
    public List<Key> save(SqlClient tx, Collection<Fill> fills) {
        if (fills.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(fills);
        var changed = new ArrayList<Key>();
        tx.preparedQuery(UPSERT)
                .executeAndAwait(Tuple.of(
                        all.stream().map(f -> f.id().value()).toArray(UUID[]::new),
                        all.stream().map(f -> f.account().value()).toArray(String[]::new),
                        all.stream().map(Fill::reportDate).toArray(LocalDate[]::new),
                        times(all, Fill::occurredAt),
                        times(all, f -> f.fact().statedAt()),
                        all.stream()
                                .map(f -> new String(ContractJson.write(f), StandardCharsets.UTF_8))
                                .toArray(String[]::new)))
                .forEach(row -> changed.add(
                        new Key(AccountId.of(row.getString("account")), new EventId(row.getUUID("event_id")))));
        return changed;
    }

    private static OffsetDateTime[] times(List<Fill> fills, Function<Fill, Instant> column) {
        return fills.stream()
                .map(fill -> column.apply(fill).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    /** Newest first. */
    public List<LiveFill> between(SqlClient client, AccountId account, LocalDate from, LocalDate to, int limit) {
        return fills(client.preparedQuery(DAYS).executeAndAwait(Tuple.of(account.value(), from, to, limit)));
    }

    /** Of all accounts. */
    public List<Unconfirmed> unconfirmed(SqlClient client) {
        var days = new ArrayList<Unconfirmed>();
        client.query(UNCONFIRMED)
                .executeAndAwait()
                .forEach(row -> days.add(new Unconfirmed(
                        AccountId.of(row.getString("account")),
                        row.getLocalDate("report_date"),
                        row.getOffsetDateTime("first").toInstant(),
                        row.getLong("fills"))));
        return days;
    }

    /** How many there are of a report day and later ones. */
    public long count(SqlClient client, AccountId account, LocalDate from) {
        var rows = client.preparedQuery(COUNT).executeAndAwait(Tuple.of(account.value(), from));
        return rows.iterator().next().getLong("fills");
    }

    /** Those there are, in the order they are named. */
    public List<LiveFill> find(SqlClient client, AccountId account, List<EventId> events) {
        var tuple =
                Tuple.of(account.value(), events.stream().map(EventId::value).toArray(UUID[]::new));
        return fills(client.preparedQuery(NAMED).executeAndAwait(tuple));
    }

    /** The newest report day the gateway told a fill of. */
    public Optional<LocalDate> newest(SqlClient client, AccountId account) {
        var rows = client.preparedQuery(NEWEST)
                .executeAndAwait(Tuple.of(account.value()))
                .iterator();
        return rows.hasNext() ? Optional.of(rows.next().getLocalDate("day")) : Optional.empty();
    }

    private static List<LiveFill> fills(Iterable<Row> rows) {
        var fills = new ArrayList<LiveFill>();
        for (var row : rows) {
            var status = row.getString("status");
            LiveFill.of(
                            ContractJson.read(row.getString("fill"), Fill.class),
                            status == null ? null : FillStanding.Status.valueOf(status))
                    .ifPresent(fills::add);
        }
        return fills;
    }
}
