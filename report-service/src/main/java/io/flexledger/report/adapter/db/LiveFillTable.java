package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.live.LiveFill;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code live_fill}: executions as the gateway told them, and {@code confirmed_execution}: those a statement told,
 * whichever came first.
 */
@ApplicationScoped
public class LiveFillTable {

    private static final String UPSERT = """
        insert into live_fill as known (account, execution, exec_id, event_id, occurred_at, report_date, symbol,
            instrument, quantity, price, currency, commission, commission_currency, stated_at, status, fill)
        select account, execution, exec_id, event_id, occurred_at, report_date, symbol, instrument, quantity::numeric,
            price::numeric, currency, commission::numeric, commission_currency, stated_at,
            case when exists (select 1 from confirmed_execution c
                               where c.account = fresh.account and c.execution = fresh.execution)
                 then 'CONFIRMED' else 'PROVISIONAL' end,
            fill
          from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::date[], $7::text[],
                   $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[],
                   $15::text[])
               as fresh (account, execution, exec_id, event_id, occurred_at, report_date, symbol, instrument, quantity,
                   price, currency, commission, commission_currency, stated_at, fill)
        on conflict (account, execution) do update
           set exec_id = excluded.exec_id, event_id = excluded.event_id, occurred_at = excluded.occurred_at,
               report_date = excluded.report_date, symbol = excluded.symbol, instrument = excluded.instrument,
               quantity = excluded.quantity, price = excluded.price, currency = excluded.currency,
               commission = excluded.commission, commission_currency = excluded.commission_currency,
               stated_at = excluded.stated_at, status = excluded.status, fill = excluded.fill
         where excluded.stated_at >= known.stated_at and excluded.fill <> known.fill
        returning account, execution
        """;

    private static final String REMEMBER = """
        insert into confirmed_execution (account, execution) select * from unnest($1::text[], $2::text[])
        on conflict do nothing
        """;

    private static final String CONFIRM = """
        update live_fill set status = 'CONFIRMED'
         where status <> 'CONFIRMED' and (account, execution) in (select * from unnest($1::text[], $2::text[]))
        returning account, execution
        """;

    /** Beside it may be another version of the same execution, which stands. */
    private static final String TAKE_BACK = """
        delete from live_fill f
         using unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[])
               as gone (account, execution, event_id, stated_at)
         where f.account = gone.account and f.execution = gone.execution and f.event_id = gone.event_id
           and f.stated_at <= gone.stated_at and f.status <> 'CONFIRMED'
        returning f.account, f.report_date
        """;

    /** A fill no statement has told is so when two days' statements, its own or later, could have. */
    private static final String SELECT = """
        select fill, case when status = 'PROVISIONAL'
                       and (select count(*) from nav n
                             where n.account = f.account and n.kind = 'OFFICIAL' and n.nav_date >= f.report_date) >= 2
                     then 'UNCONFIRMED' else status end as standing
          from live_fill f where account = $1
        """;

    private static final String DAYS =
            SELECT + " and report_date between $2 and $3 order by occurred_at desc, execution desc limit $4";

    private static final String NAMED = SELECT + " and execution = any($2) order by array_position($2, execution)";

    private static final String NEWEST = "select max(report_date) as day from live_fill where account = $1";

    private static final String COUNT =
            "select count(*) as fills from live_fill where account = $1 and report_date >= $2";

    /** As {@link #SELECT} has it, by day: few days have provisional fills, and one may have many. */
    private static final String UNCONFIRMED = """
        select account, report_date, first, fills
          from (select account, report_date, min(occurred_at) as first, count(*) as fills from live_fill
                 where status = 'PROVISIONAL' group by account, report_date) as f
         where (select count(*) from nav n
                 where n.account = f.account and n.kind = 'OFFICIAL' and n.nav_date >= f.report_date) >= 2
         order by account, report_date
        """;

    /**
     * Executions of a report day that are unconfirmed.
     *
     * @param first when the first of them was
     */
    public record Unconfirmed(AccountId account, LocalDate date, Instant first, long count) {}

    /** A report day of an account. */
    public record Day(AccountId account, LocalDate date) {}

    /** An execution of an account. */
    public record Key(AccountId account, String execution) {}

    /** Saves what is not older than what is known, the last of one execution, and returns what changed. */
    public List<Key> save(SqlClient tx, Collection<Fill> fills) {
        if (fills.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(fills);
        var tuple = Tuple.tuple();
        tuple.addValue(texts(all, f -> f.account().value()));
        tuple.addValue(texts(all, f -> f.ids().execution()));
        tuple.addValue(texts(all, LiveFillTable::execId));
        tuple.addValue(all.stream().map(f -> f.id().value()).toArray(UUID[]::new));
        tuple.addValue(
                all.stream().map(f -> f.occurredAt().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        tuple.addValue(all.stream().map(Fill::reportDate).toArray(LocalDate[]::new));
        tuple.addValue(texts(all, f -> f.instrument().symbol()));
        tuple.addValue(texts(all, f -> f.instrument().id().value()));
        tuple.addValue(texts(all, f -> f.quantity().toString()));
        tuple.addValue(texts(all, f -> plain(f.price().amount())));
        tuple.addValue(texts(all, f -> f.price().currency().code()));
        tuple.addValue(texts(
                all, f -> f.commission() == null ? null : plain(f.commission().amount())));
        tuple.addValue(texts(
                all,
                f -> f.commission() == null ? null : f.commission().currency().code()));
        tuple.addValue(all.stream()
                .map(f -> f.fact().statedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
        tuple.addValue(texts(all, f -> new String(ContractJson.write(f), StandardCharsets.UTF_8)));
        return keys(tx.preparedQuery(UPSERT).executeAndAwait(tuple));
    }

    /** Keeps that a statement told them, and returns the fills this is news of. */
    public List<Key> confirm(SqlClient tx, Set<Key> executions) {
        if (executions.isEmpty()) {
            return List.of();
        }
        var tuple = Tuple.of(
                executions.stream().map(k -> k.account().value()).toArray(String[]::new),
                executions.stream().map(Key::execution).toArray(String[]::new));
        tx.preparedQuery(REMEMBER).executeAndAwait(tuple);
        return keys(tx.preparedQuery(CONFIRM).executeAndAwait(tuple));
    }

    /** Forgets what the gateway took back, unless a statement told it, and returns the days it was of. */
    public List<Day> takeBack(SqlClient tx, Collection<Fill> fills) {
        if (fills.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(fills);
        var tuple = Tuple.tuple();
        tuple.addValue(texts(all, f -> f.account().value()));
        tuple.addValue(texts(all, f -> f.ids().execution()));
        tuple.addValue(all.stream().map(f -> f.id().value()).toArray(UUID[]::new));
        tuple.addValue(all.stream()
                .map(f -> f.fact().statedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
        var days = new ArrayList<Day>();
        tx.preparedQuery(TAKE_BACK)
                .executeAndAwait(tuple)
                .forEach(row ->
                        days.add(new Day(AccountId.of(row.getString("account")), row.getLocalDate("report_date"))));
        return days;
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
    public List<LiveFill> find(SqlClient client, AccountId account, List<String> executions) {
        var tuple = Tuple.of(account.value(), executions.toArray(String[]::new));
        return fills(client.preparedQuery(NAMED).executeAndAwait(tuple));
    }

    /** The newest report day the gateway told a fill of. */
    public Optional<LocalDate> newest(SqlClient client, AccountId account) {
        var rows = client.preparedQuery(NEWEST).executeAndAwait(Tuple.of(account.value()));
        return Optional.ofNullable(rows.iterator().next().getLocalDate("day"));
    }

    private static List<LiveFill> fills(Iterable<Row> rows) {
        var fills = new ArrayList<LiveFill>();
        rows.forEach(row -> LiveFill.of(
                        ContractJson.read(row.getString("fill"), Fill.class),
                        LiveFill.Status.valueOf(row.getString("standing")))
                .ifPresent(fills::add));
        return fills;
    }

    private static List<Key> keys(Iterable<Row> rows) {
        var keys = new ArrayList<Key>();
        rows.forEach(row -> keys.add(new Key(AccountId.of(row.getString("account")), row.getString("execution"))));
        return keys;
    }

    private static String execId(Fill fill) {
        return Objects.requireNonNull(fill.ids().execId());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String[] texts(List<Fill> fills, Function<Fill, @Nullable String> column) {
        return fills.stream().map(column).toArray(String[]::new);
    }
}
