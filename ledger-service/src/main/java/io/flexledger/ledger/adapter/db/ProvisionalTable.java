package io.flexledger.ledger.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.ledger.provisional.HeardFill;
import io.flexledger.ledger.provisional.HeardFill.Place;
import io.flexledger.ledger.provisional.OpenFill;
import io.flexledger.ledger.provisional.OpenFill.Placed;
import io.flexledger.ledger.provisional.Placement;
import io.flexledger.ledger.provisional.Placement.Alike;
import io.flexledger.ledger.provisional.Placement.Booked;
import io.flexledger.ledger.provisional.Placement.Carried;
import io.flexledger.ledger.provisional.Placement.Confirmed;
import io.flexledger.ledger.provisional.Placement.TakenBack;
import io.flexledger.ledger.provisional.Placement.Unconfirmed;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where every provisional fill stood when its account was last folded. */
@ApplicationScoped
public class ProvisionalTable {

    private static final String HEARD = """
        insert into provisional_fill as known (account, event_id, execution, report_date)
        select distinct on (event_id) *
          from unnest($1::text[], $2::uuid[], $3::text[], $4::date[]) as fill (account, event_id, execution, day)
        on conflict (event_id) do update set settled = false
        """;

    private static final String REOPEN = """
        with stated as (
            select * from unnest($1::text[], $2::uuid[], $3::text[]) as fill (account, event_id, execution))
        update provisional_fill set settled = false
         where event_id in (select known.event_id from provisional_fill known join stated using (account, execution)
                             where known.settled
                            union
                            select known.event_id
                              from provisional_fill known join stated on known.confirmed_by = stated.event_id
                             where known.settled)
        """;

    /**
     * The newest version dates the fill and says whether it stands; any statement's fill of the same execution confirms it. One that was confirmed by
     * its look is looked at again where something changed from its day on.
     */
    private static final String OPEN = """
        select known.event_id, known.status, known.day, known.confirmed_by,
               newest.report_date, newest.superseded, stated.event_id as stated_by
          from provisional_fill known
               cross join lateral (select report_date, superseded from event
                                    where event.event_id = known.event_id
                                    order by stated_at desc, artifact desc limit 1) newest
               left join lateral (select event_id from event
                                   where event.account = known.account and event.execution = known.execution
                                     and not event.provisional
                                   order by event_id limit 1) stated on true
         where known.account = $1 and not known.settled
           and (known.status is distinct from 'ALIKE' or known.report_date >= $2)
        """;

    private static final String TAKEN = """
        select confirmed_by from provisional_fill
         where account = $1 and status = 'ALIKE' and report_date >= $2 and report_date < $3
        """;

    /** A place that is as it was keeps the row; what it says of being left out changes with its day's fold. */
    private static final String PLACE = """
        update provisional_fill known
           set report_date = fresh.report_date, status = fresh.status, day = fresh.day,
               confirmed_by = fresh.confirmed_by, settled = fresh.status = 'CONFIRMED',
               left_out = case when (known.status, known.day) is distinct from (fresh.status, fresh.day)
                               then null else known.left_out end
          from unnest($1::uuid[], $2::date[], $3::text[], $4::date[], $5::uuid[])
               as fresh (event_id, report_date, status, day, confirmed_by)
         where known.event_id = fresh.event_id
           and (known.told is null
                or (known.report_date, known.status, known.day, known.confirmed_by, known.settled)
                   is distinct from (fresh.report_date, fresh.status, fresh.day, fresh.confirmed_by, fresh.status = 'CONFIRMED'))
        returning known.event_id
        """;

    private static final String TELL = """
        update provisional_fill known set told = fresh.told, version = nextval('published_version')
          from unnest($1::uuid[], $2::text[]) as fresh (event_id, told)
         where known.event_id = fresh.event_id and known.told is distinct from fresh.told
        returning known.event_id, known.version
        """;

    private static final String CONCERNING = """
        select event_id, status, day, confirmed_by from provisional_fill
         where account = $1 and day between $2 and $3
        """;

    private static final String LEFT_OUT = """
        update provisional_fill known set left_out = fresh.reason
          from unnest($1::uuid[], $2::text[]) as fresh (event_id, reason)
         where known.event_id = fresh.event_id and known.left_out is distinct from fresh.reason
        """;

    private static final String LIST = """
        select known.event_id, known.report_date, known.status, known.day, known.confirmed_by, known.left_out, newest.json
          from provisional_fill known
               cross join lateral (select json from event
                                    where event.event_id = known.event_id
                                    order by stated_at desc, artifact desc limit 1) newest
         where ($1::text is null or known.account = $1)
           and ($2::date is null or (known.report_date, known.event_id) < ($2, $3::uuid))
         order by known.report_date desc, known.event_id desc
         limit $4
        """;

    /** Takes note of provisional fills among new facts, and of statements' fills that may confirm one. */
    public void heard(SqlClient tx, List<CanonicalEvent> batch) {
        var fills = batch.stream()
                .filter(Fill.class::isInstance)
                .map(Fill.class::cast)
                .toList();
        var heard = fills.stream().filter(fill -> fill.fact().provisional()).toList();
        if (!heard.isEmpty()) {
            tx.preparedQuery(HEARD)
                    .executeAndAwait(columns(heard)
                            .addArrayOfLocalDate(
                                    heard.stream().map(Fill::reportDate).toArray(LocalDate[]::new)));
        }
        var stated = fills.stream().filter(fill -> !fill.fact().provisional()).toList();
        if (!stated.isEmpty()) {
            tx.preparedQuery(REOPEN).executeAndAwait(columns(stated));
        }
    }

    private static Tuple columns(List<Fill> fills) {
        return Tuple.tuple()
                .addArrayOfString(
                        fills.stream().map(fill -> fill.account().value()).toArray(String[]::new))
                .addArrayOfUUID(fills.stream().map(fill -> fill.id().value()).toArray(UUID[]::new))
                .addArrayOfString(
                        fills.stream().map(fill -> fill.ids().execution()).toArray(String[]::new));
    }

    /**
     * Every fill of the account whose place is not settled.
     *
     * @param alikeFrom the first day of which fills that were confirmed by their look are among them
     */
    public List<OpenFill> open(SqlClient tx, AccountId account, LocalDate alikeFrom) {
        var open = new ArrayList<OpenFill>();
        tx.preparedQuery(OPEN)
                .executeAndAwait(Tuple.of(account.value(), alikeFrom))
                .forEach(row -> {
                    var statedBy = row.getUUID("stated_by");
                    open.add(new OpenFill(
                            new EventId(row.getUUID("event_id")),
                            row.getLocalDate("report_date"),
                            row.getBoolean("superseded"),
                            statedBy == null ? null : new EventId(statedBy),
                            placement(row)));
                });
        return open;
    }

    /** Statements' fills that confirm, by their look, provisional fills of these days; the end is not among them. */
    public Set<EventId> taken(SqlClient tx, AccountId account, LocalDate from, LocalDate end) {
        var taken = new TreeSet<EventId>();
        tx.preparedQuery(TAKEN)
                .executeAndAwait(Tuple.of(account.value(), from, end))
                .forEach(row -> taken.add(new EventId(row.getUUID("confirmed_by"))));
        return taken;
    }

    /** Returns those that are in another place now, or were never told where they are: few of all that are open. */
    public List<Placed> place(SqlClient tx, List<Placed> placed) {
        var places = placed.stream().map(Placed::placement).toList();
        var rows = tx.preparedQuery(PLACE)
                .executeAndAwait(Tuple.of(
                        placed.stream().map(each -> each.id().value()).toArray(UUID[]::new),
                        placed.stream().map(Placed::reportDate).toArray(LocalDate[]::new),
                        places.stream().map(ProvisionalTable::status).toArray(String[]::new),
                        places.stream().map(Placement::concerns).toArray(LocalDate[]::new),
                        places.stream().map(ProvisionalTable::confirmedBy).toArray(UUID[]::new)));
        var changed = new HashSet<UUID>();
        rows.forEach(row -> changed.add(row.getUUID("event_id")));
        return placed.stream()
                .filter(each -> changed.contains(each.id().value()))
                .toList();
    }

    /** Notes what is told of these fills; returns what was not told before, with its version. */
    public List<FillStanding> tell(SqlClient tx, List<FillStanding> standings) {
        var rows = tx.preparedQuery(TELL)
                .executeAndAwait(Tuple.of(
                        standings.stream().map(each -> each.event().value()).toArray(UUID[]::new),
                        standings.stream()
                                .map(each -> new String(ContractJson.write(each), StandardCharsets.UTF_8))
                                .toArray(String[]::new)));
        var versions = new HashMap<UUID, Long>();
        rows.forEach(row -> versions.put(row.getUUID("event_id"), row.getLong("version")));
        return standings.stream()
                .filter(each -> versions.containsKey(each.event().value()))
                .map(each -> each.withVersion(
                        Objects.requireNonNull(versions.get(each.event().value()))))
                .toList();
    }

    /** Places of the fills that concern these days. */
    public Map<EventId, Placement> concerning(SqlClient tx, AccountId account, LocalDate from, LocalDate to) {
        var places = new TreeMap<EventId, Placement>();
        tx.preparedQuery(CONCERNING)
                .executeAndAwait(Tuple.of(account.value(), from, to))
                .forEach(row ->
                        places.put(new EventId(row.getUUID("event_id")), Objects.requireNonNull(placement(row))));
        return places;
    }

    /** Which of these fills were left out of their day, and why; of the others nothing is said any more. */
    public void leftOut(SqlClient tx, Collection<EventId> fills, Map<EventId, Caveat> leftOut) {
        tx.preparedQuery(LEFT_OUT)
                .executeAndAwait(Tuple.of(
                        fills.stream().map(EventId::value).toArray(UUID[]::new),
                        fills.stream()
                                .map(leftOut::get)
                                .map(caveat -> caveat == null ? null : caveat.text())
                                .toArray(String[]::new)));
    }

    /**
     * Newest report day first.
     *
     * @param account every one where absent
     * @param after   the last fill of the page before
     */
    public List<HeardFill> list(SqlClient client, @Nullable String account, @Nullable Place after, int limit) {
        var list = new ArrayList<HeardFill>();
        client.preparedQuery(LIST)
                .executeAndAwait(Tuple.of(
                        account,
                        after == null ? null : after.reportDate(),
                        after == null ? null : after.event(),
                        limit))
                .forEach(row -> list.add(new HeardFill(
                        ContractJson.read(row.getString("json"), Fill.class),
                        row.getLocalDate("report_date"),
                        placement(row),
                        row.getString("left_out"))));
        return list;
    }

    private static @Nullable UUID confirmedBy(Placement placement) {
        return switch (placement) {
            case Confirmed(var by) -> by.value();
            case Alike(var by) -> by.value();
            case Booked _, Carried _, Unconfirmed _, TakenBack _ -> null;
        };
    }

    private static String status(Placement placement) {
        return switch (placement) {
            case Booked _ -> "BOOKED";
            case Carried _ -> "CARRIED";
            case Confirmed _ -> "CONFIRMED";
            case Alike _ -> "ALIKE";
            case TakenBack _ -> "TAKEN_BACK";
            case Unconfirmed _ -> "UNCONFIRMED";
        };
    }

    private static @Nullable Placement placement(Row row) {
        var status = row.getString("status");
        return switch (status) {
            case "BOOKED" -> new Booked(row.getLocalDate("day"));
            case "CARRIED" -> new Carried(row.getLocalDate("day"));
            case "CONFIRMED" -> new Confirmed(new EventId(row.getUUID("confirmed_by")));
            case "ALIKE" -> new Alike(new EventId(row.getUUID("confirmed_by")));
            case "TAKEN_BACK" -> new TakenBack();
            case "UNCONFIRMED" -> new Unconfirmed(row.getLocalDate("day"));
            case null -> null;
            default -> throw new IllegalStateException("no such status: " + status);
        };
    }
}
