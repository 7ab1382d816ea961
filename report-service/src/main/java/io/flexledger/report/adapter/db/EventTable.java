package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.report.holding.TradePlace;
import io.flexledger.report.summary.EntryTotals;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code chronological_events}: every journal entry, in the order of its day. */
@ApplicationScoped
public class EventTable {

    private static final String UPSERT = """
        insert into chronological_events as known (account, entry_id, report_date, sequence, event_timestamp, timed,
            event_type, description, instrument, symbol, underlying, currency, quantity, price, amount, base_currency,
            impact, flow, commissions, assignments, exercises, source_artifact, source_section, source_ordinal, version,
            hash, entry)
        select account, entry_id, report_date, sequence, event_timestamp, timed, event_type, description, instrument,
            symbol, underlying, currency, quantity::numeric, price::numeric, amount::numeric, base_currency,
            impact::numeric, flow::numeric, commissions::numeric, assignments, exercises, source_artifact,
            source_section, source_ordinal, version, hash, entry
          from unnest($1::text[], $2::uuid[], $3::date[], $4::int[], $5::timestamptz[], $6::bool[], $7::text[],
                   $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                   $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::int[], $21::int[],
                   $22::text[], $23::text[], $24::int[], $25::int8[], $26::text[], $27::text[])
               as fresh (account, entry_id, report_date, sequence, event_timestamp, timed, event_type, description,
                   instrument, symbol, underlying, currency, quantity, price, amount, base_currency, impact, flow,
                   commissions, assignments, exercises, source_artifact, source_section, source_ordinal, version, hash,
                   entry)
        on conflict (account, entry_id) do update
           set report_date = excluded.report_date, sequence = excluded.sequence,
               event_timestamp = excluded.event_timestamp, timed = excluded.timed, event_type = excluded.event_type,
               description = excluded.description, instrument = excluded.instrument, symbol = excluded.symbol,
               underlying = excluded.underlying, currency = excluded.currency, quantity = excluded.quantity,
               price = excluded.price, amount = excluded.amount, base_currency = excluded.base_currency,
               impact = excluded.impact, flow = excluded.flow, commissions = excluded.commissions,
               assignments = excluded.assignments, exercises = excluded.exercises,
               source_artifact = excluded.source_artifact, source_section = excluded.source_section,
               source_ordinal = excluded.source_ordinal, version = excluded.version, hash = excluded.hash,
               entry = excluded.entry
         where excluded.version > known.version
        returning entry_id
        """;

    private static final String DELETE = """
        delete from chronological_events
         where (account, entry_id) in (select * from unnest($1::text[], $2::uuid[]))
        returning account, report_date
        """;

    static final String DAY = """
        select entry from chronological_events where account = $1 and report_date = $2 order by sequence, entry_id
        """;

    static final String TOTALS = """
        select report_date, sum(impact) as impact, sum(flow) as flow, sum(commissions) as commissions,
               sum(assignments)::int as assignments, sum(exercises)::int as exercises
          from chronological_events where account = $1 and report_date between $2 and $3 group by report_date
        """;

    static final String TRADES = """
        select entry from chronological_events
         where account = $1 and report_date between $2 and $3 and event_type in ('trade', 'cancellation')
           and ($4::text is null or symbol = $4 or underlying = $4)
           and ($5::date is null or (report_date, sequence, entry_id) < ($5, $6, $7))
         order by report_date desc, sequence desc, entry_id desc limit $8
        """;

    static final String DELIVERIES = """
        select entry from chronological_events where assignments + exercises > 0 and report_date >= $1
         order by report_date, account, sequence, entry_id
        """;

    private static final String HASHES = """
        select account || ' ' || report_date || ' '
               || encode(sha256(convert_to(string_agg(sequence || hash, ',' order by sequence, entry_id), 'UTF8')), 'hex')
                   as line
          from chronological_events group by account, report_date order by account collate "C", report_date
        """;

    /** Saves what is newer than what is known, and returns it. */
    public List<JournalEntry> save(SqlClient tx, Collection<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(entries);
        var rows = all.stream().map(EventRow::of).toList();
        var totals = all.stream().map(EntryTotals::of).toList();
        var tuple = Tuple.tuple();
        tuple.addValue(texts(all, e -> e.account().value()));
        tuple.addValue(all.stream().map(e -> e.id().value()).toArray(UUID[]::new));
        tuple.addValue(all.stream().map(JournalEntry::reportDate).toArray(LocalDate[]::new));
        tuple.addValue(all.stream().map(JournalEntry::sequence).toArray(Integer[]::new));
        tuple.addValue(
                all.stream().map(e -> e.occurredAt().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        tuple.addValue(all.stream().map(JournalEntry::timed).toArray(Boolean[]::new));
        tuple.addValue(texts(rows, EventRow::type));
        tuple.addValue(texts(rows, EventRow::description));
        tuple.addValue(texts(
                rows, r -> r.instrument() == null ? null : r.instrument().id().value()));
        tuple.addValue(
                texts(rows, r -> r.instrument() == null ? null : r.instrument().symbol()));
        tuple.addValue(texts(rows, EventTable::underlying));
        tuple.addValue(texts(
                rows, r -> r.amount() == null ? null : r.amount().currency().code()));
        tuple.addValue(texts(rows, r -> plain(r.quantity())));
        tuple.addValue(texts(rows, r -> plain(r.price())));
        tuple.addValue(
                texts(rows, r -> r.amount() == null ? null : plain(r.amount().amount())));
        tuple.addValue(texts(all, EventRow::baseCurrency));
        tuple.addValue(texts(totals, t -> plain(t.impact())));
        tuple.addValue(texts(totals, t -> plain(t.flow())));
        tuple.addValue(texts(totals, t -> plain(t.commissions())));
        tuple.addValue(totals.stream().map(EntryTotals::assignments).toArray(Integer[]::new));
        tuple.addValue(totals.stream().map(EntryTotals::exercises).toArray(Integer[]::new));
        tuple.addValue(texts(all, e -> source(e, s -> s.artifact().sha256())));
        tuple.addValue(texts(all, e -> source(e, Source::section)));
        tuple.addValue(all.stream()
                .map(e -> e.sources().isEmpty() ? null : e.sources().getFirst().ordinal())
                .toArray(Integer[]::new));
        tuple.addValue(all.stream().map(JournalEntry::version).toArray(Long[]::new));
        tuple.addValue(texts(all, Fingerprint::of));
        tuple.addValue(texts(all, EventTable::json));
        Set<UUID> saved = new HashSet<>();
        tx.preparedQuery(UPSERT).executeAndAwait(tuple).forEach(row -> saved.add(row.getUUID("entry_id")));
        return all.stream().filter(e -> saved.contains(e.id().value())).toList();
    }

    /** An entry's key, as the topic has it. */
    public record Key(AccountId account, UUID entry) {}

    /** A report day of an account. */
    public record Day(AccountId account, LocalDate date) {}

    /** Returns the days that are told otherwise now. */
    public Set<Day> delete(SqlClient tx, Collection<Key> keys) {
        Set<Day> days = new HashSet<>();
        if (!keys.isEmpty()) {
            tx.preparedQuery(DELETE)
                    .executeAndAwait(Tuple.of(
                            keys.stream().map(k -> k.account().value()).toArray(String[]::new),
                            keys.stream().map(Key::entry).toArray(UUID[]::new)))
                    .forEach(row ->
                            days.add(new Day(AccountId.of(row.getString("account")), row.getLocalDate("report_date"))));
        }
        return days;
    }

    public List<JournalEntry> day(SqlClient client, AccountId account, LocalDate date) {
        return entries(client.preparedQuery(DAY).executeAndAwait(Tuple.of(account.value(), date)));
    }

    /** Assignments and exercises of all accounts from a report day on, in order. */
    public List<JournalEntry> deliveries(SqlClient client, LocalDate from) {
        return entries(client.preparedQuery(DELIVERIES).executeAndAwait(Tuple.of(from)));
    }

    /** Executions, newest first. */
    public List<JournalEntry> trades(
            SqlClient client,
            AccountId account,
            LocalDate from,
            LocalDate to,
            @Nullable String symbol,
            @Nullable TradePlace after,
            int limit) {
        var tuple = Tuple.tuple()
                .addValue(account.value())
                .addValue(from)
                .addValue(to)
                .addValue(symbol)
                .addValue(after == null ? null : after.date())
                .addValue(after == null ? null : after.sequence())
                .addValue(after == null ? null : after.entry())
                .addValue(limit);
        return entries(client.preparedQuery(TRADES).executeAndAwait(tuple));
    }

    private static List<JournalEntry> entries(Iterable<Row> rows) {
        var entries = new ArrayList<JournalEntry>();
        rows.forEach(row -> entries.add(ContractJson.read(row.getString("entry"), JournalEntry.class)));
        return entries;
    }

    /** What the entries of each day come to; a day without entries is absent. */
    public Map<LocalDate, EntryTotals> totals(SqlClient client, AccountId account, LocalDate from, LocalDate to) {
        var totals = new HashMap<LocalDate, EntryTotals>();
        for (var row : client.preparedQuery(TOTALS).executeAndAwait(Tuple.of(account.value(), from, to))) {
            totals.put(
                    row.getLocalDate("report_date"),
                    new EntryTotals(
                            row.getBigDecimal("impact"),
                            row.getBigDecimal("flow"),
                            row.getBigDecimal("commissions"),
                            row.getInteger("assignments"),
                            row.getInteger("exercises")));
        }
        return totals;
    }

    /** One line per account and day, in order. */
    public List<String> hashes(SqlClient client) {
        var lines = new ArrayList<String>();
        client.query(HASHES).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
        return lines;
    }

    private static @Nullable String underlying(EventRow row) {
        var option = row.instrument() == null ? null : row.instrument().option();
        return option == null ? null : option.underlyingSymbol();
    }

    private static @Nullable String source(JournalEntry entry, Function<Source, String> part) {
        return entry.sources().isEmpty() ? null : part.apply(entry.sources().getFirst());
    }

    private static String json(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> column) {
        var texts = new String[all.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(all.get(i));
        }
        return texts;
    }
}
