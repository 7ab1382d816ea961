package io.flexledger.ledger.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.ledger.history.Stated;
import io.flexledger.ledger.provisional.StatementReach;
import io.flexledger.ledger.provisional.StatementReach.Span;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every version of every fact, as published. */
@ApplicationScoped
public class EventTable {

    private static final int CHUNK = 2_000;

    private static final String INSERT = """
        with fresh as (
            insert into event (account, event_id, stated_at, artifact, type, report_date, superseded, json,
                               provisional, execution, trades_from, trades_to)
            select * from unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::date[],
                                 $7::boolean[], $8::text[], $9::boolean[], $10::text[], $11::date[], $12::date[])
            on conflict (event_id, stated_at, artifact) do update
               set account = excluded.account, type = excluded.type, report_date = excluded.report_date,
                   superseded = excluded.superseded, json = excluded.json, provisional = excluded.provisional,
                   execution = excluded.execution, trades_from = excluded.trades_from, trades_to = excluded.trades_to
             where event.json <> excluded.json
            returning account, event_id, report_date)
        select fresh.account, min(least(fresh.report_date, known.report_date)) as day
          from fresh left join event known using (event_id)
         group by fresh.account
        """;

    /**
     * All versions of each fact that any version puts on a day of the window, but for provisional fills, whose day is not
     * theirs to say. The ids alone choose the rows: beside an
     * account too new for the statistics, PostgreSQL would search all of the account for each id.
     */
    private static final String VERSIONS = """
        select event_id, stated_at, artifact, superseded, json
          from event
         where event_id in (select event_id from event
                             where account = $1 and not provisional
                               and (report_date between $2 and $3
                                    or type = 'option-event.v1' and report_date between $4 and $2))
        """;

    private static final String ORIGINALS = """
        select event_id, stated_at, artifact, superseded, json
          from event
         where account = $1
           and event_id in (select event_id from event
                             where account = $1 and type = 'fill.v1'
                               and (json::jsonb #>> '{ids,transactionId}' = any($2)
                                    or json::jsonb #>> '{ids,tradeId}' = any($3)))
        """;

    /** All versions, so that one that names the execution is among them. */
    private static final String NAMELESS = """
        select event_id, stated_at, artifact, superseded, json
          from event
         where event_id in (select event_id
                              from event join unnest($2::date[], $3::date[]) as span (first, last)
                                         on report_date between first and last
                             where account = $1 and type = 'fill.v1' and not provisional and execution is null)
        """;

    private static final String DAYS = """
        select report_date, count(*) as events from event
         where account = $1 and report_date >= $2
         group by report_date order by report_date
        """;

    private static final String OF_FACTS =
            "select event_id, stated_at, artifact, superseded, json from event where event_id = any($1)";

    /** First day of which a statement tells more than a value or a rate. */
    private static final String FIRST = """
        select min(report_date) as first from event
         where account = $1 and not provisional
           and type in ('fill.v1', 'fill-cancelled.v1', 'cash-flow.v1', 'interest-accrual.v1', 'position-stated.v1',
                        'cash-stated.v1', 'nav-change-stated.v1')
        """;

    private static final String VALUED = """
        select distinct report_date from event
         where account = $1 and type = 'nav-stated.v1' and report_date >= $2
        """;

    private static final String TRADED =
            "select distinct trades_from, trades_to from event where account = $1 and trades_to >= $2";

    private static final String OF_FACT =
            "select event_id, stated_at, artifact, superseded, json from event where event_id = $1 order by stated_at";

    /**
     * Adds what is new, and replaces what a later reading of the same statement says otherwise; returns, per account,
     * the first report day that changes because of it.
     */
    public SortedMap<AccountId, LocalDate> add(SqlClient tx, List<CanonicalEvent> events) {
        var changed = new TreeMap<AccountId, LocalDate>();
        var distinct = lastOfEach(events);
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            var chunk = distinct.subList(from, Math.min(distinct.size(), from + CHUNK));
            for (var row : tx.preparedQuery(INSERT).executeAndAwait(columns(chunk))) {
                changed.merge(
                        AccountId.of(row.getString("account")),
                        row.getLocalDate("day"),
                        (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return changed;
    }

    /** One statement cannot write a row twice. */
    private static List<CanonicalEvent> lastOfEach(List<CanonicalEvent> events) {
        record Key(EventId id, Instant statedAt, ArtifactId artifact) {}
        var last = new LinkedHashMap<Key, CanonicalEvent>();
        for (var event : events) {
            var fact = event.fact();
            last.put(new Key(fact.id(), fact.statedAt(), fact.source().artifact()), event);
        }
        return List.copyOf(last.values());
    }

    private static Tuple columns(List<CanonicalEvent> events) {
        return Tuple.tuple()
                .addArrayOfString(array(events, event -> event.account().value()))
                .addArrayOfUUID(events.stream().map(event -> event.id().value()).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(events.stream()
                        .map(event -> event.fact().statedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(
                        array(events, event -> event.fact().source().artifact().sha256()))
                .addArrayOfString(array(events, ContractJson::typeName))
                .addArrayOfLocalDate(
                        events.stream().map(CanonicalEvent::reportDate).toArray(LocalDate[]::new))
                .addArrayOfBoolean(
                        events.stream().map(event -> event.fact().superseded()).toArray(Boolean[]::new))
                .addArrayOfString(array(events, event -> new String(ContractJson.write(event), StandardCharsets.UTF_8)))
                .addArrayOfBoolean(events.stream()
                        .map(event -> event instanceof Fill && event.fact().provisional())
                        .toArray(Boolean[]::new))
                .addArrayOfString(array(
                        events, event -> event instanceof Fill fill ? fill.ids().execution() : null))
                .addArrayOfLocalDate(dates(events, StatementRead::from))
                .addArrayOfLocalDate(dates(events, StatementRead::to));
    }

    private static String[] array(
            List<CanonicalEvent> events, Function<CanonicalEvent, ? extends @Nullable String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    /** Of statements that tell trades. */
    private static LocalDate[] dates(List<CanonicalEvent> events, Function<StatementRead, LocalDate> column) {
        return events.stream()
                .map(event ->
                        event instanceof StatementRead read && read.sections().containsKey("Trades")
                                ? column.apply(read)
                                : null)
                .toArray(LocalDate[]::new);
    }

    /** @param optionEventsFrom rows of OptionEAE may be dated some days before the booking they describe */
    public List<Stated> versions(
            SqlClient tx, AccountId account, LocalDate from, LocalDate to, LocalDate optionEventsFrom) {
        return read(tx.preparedQuery(VERSIONS).executeAndAwait(Tuple.of(account.value(), from, to, optionEventsFrom)));
    }

    /** All versions of the fills that cancellations take back, and of their rebookings. */
    public List<Stated> originals(SqlClient tx, AccountId account, List<FillCancelled> cancellations) {
        return read(tx.preparedQuery(ORIGINALS)
                .executeAndAwait(Tuple.of(
                        account.value(),
                        cancellations.stream()
                                .map(FillCancelled::originalTransactionId)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new),
                        cancellations.stream()
                                .map(FillCancelled::originalTradeId)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))));
    }

    /** All versions of statements' fills that some version puts on one of these days and does not name the execution of. */
    public List<Stated> nameless(SqlClient tx, AccountId account, List<Span> days) {
        return read(tx.preparedQuery(NAMELESS)
                .executeAndAwait(Tuple.of(
                        account.value(),
                        days.stream().map(Span::from).toArray(LocalDate[]::new),
                        days.stream().map(Span::to).toArray(LocalDate[]::new))));
    }

    public List<Stated> versions(SqlClient client, EventId fact) {
        return read(client.preparedQuery(OF_FACT).executeAndAwait(Tuple.of(fact.value())));
    }

    public List<Stated> versions(SqlClient tx, Collection<EventId> facts) {
        return read(tx.preparedQuery(OF_FACTS).executeAndAwait(Tuple.of((Object)
                facts.stream().map(EventId::value).toArray(UUID[]::new))));
    }

    /** How far statements tell, as far as it matters to days from this one on. */
    public StatementReach reach(SqlClient tx, AccountId account, LocalDate since) {
        var first = tx.preparedQuery(FIRST)
                .executeAndAwait(Tuple.of(account.value()))
                .iterator()
                .next()
                .getLocalDate("first");
        var valued = new ArrayList<LocalDate>();
        tx.preparedQuery(VALUED)
                .executeAndAwait(Tuple.of(account.value(), since))
                .forEach(row -> valued.add(row.getLocalDate("report_date")));
        var traded = new ArrayList<Span>();
        tx.preparedQuery(TRADED)
                .executeAndAwait(Tuple.of(account.value(), since))
                .forEach(row -> traded.add(new Span(row.getLocalDate("trades_from"), row.getLocalDate("trades_to"))));
        return StatementReach.of(first, valued, traded);
    }

    private static List<Stated> read(Iterable<Row> rows) {
        var versions = new ArrayList<Stated>();
        rows.forEach(row -> versions.add(new Stated(
                new EventId(row.getUUID("event_id")),
                row.getOffsetDateTime("stated_at").toInstant(),
                row.getString("artifact"),
                row.getBoolean("superseded"),
                row.getString("json"))));
        return versions;
    }

    /** Report days from this one on, with how many versions each has. */
    public SortedMap<LocalDate, Long> days(SqlClient tx, AccountId account, LocalDate from) {
        var days = new TreeMap<LocalDate, Long>();
        tx.preparedQuery(DAYS)
                .executeAndAwait(Tuple.of(account.value(), from))
                .forEach(row -> days.put(row.getLocalDate("report_date"), row.getLong("events")));
        return days;
    }
}
