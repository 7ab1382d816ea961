package io.flexledger.report.adapter.db;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.holding.LotRow;
import io.flexledger.report.holding.LotSearch;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code lot_history}: every lot with its way in and, once closed, its way out. */
@ApplicationScoped
public class LotTable {

    private static final String DELETE =
            "delete from lot_history where (account, origin) in (select * from unnest($1::text[], $2::text[]))";

    private static final String INSERT = """
        insert into lot_history (account, origin, ordinal, instrument, symbol, lot, entry_date, entry_timestamp,
            exit_date, exit_timestamp, quantity, currency, entry_price, exit_price, basis, realized_broker,
            realized_economic, basis_known)
        select account, origin, ordinal, instrument, symbol, lot, entry_date, entry_timestamp, exit_date,
            exit_timestamp, quantity::numeric, currency, entry_price::numeric, exit_price::numeric, basis::numeric,
            realized_broker::numeric, realized_economic::numeric, basis_known
          from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::uuid[], $7::date[],
                   $8::timestamptz[], $9::date[], $10::timestamptz[], $11::text[], $12::text[], $13::text[],
                   $14::text[], $15::text[], $16::text[], $17::text[], $18::bool[])
               as fresh (account, origin, ordinal, instrument, symbol, lot, entry_date, entry_timestamp, exit_date,
                   exit_timestamp, quantity, currency, entry_price, exit_price, basis, realized_broker,
                   realized_economic, basis_known)
        """;

    static final String FIND = """
        select * from lot_history
         where account = $1 and entry_date between $2 and $3
           and ($4::date is null or exit_date >= $4) and ($5::date is null or exit_date <= $5)
           and ($6::text is null or symbol = $6)
         order by entry_date, entry_timestamp, lot, exit_date nulls last, origin, ordinal
         limit $7 offset $8
        """;

    private static final String HASHES = """
        select concat_ws(' ', account, instrument, symbol, lot, entry_date, extract(epoch from entry_timestamp),
                   exit_date, extract(epoch from exit_timestamp), trim_scale(quantity), currency,
                   trim_scale(entry_price), trim_scale(exit_price), trim_scale(basis), trim_scale(realized_broker),
                   trim_scale(realized_economic), basis_known) as line
          from lot_history
         order by account collate "C", origin collate "C", ordinal
        """;

    private record Keyed(String origin, int ordinal, LotRow lot) {}

    /** Replaces what these entries closed. */
    public void saveClosed(SqlClient tx, Collection<JournalEntry> entries) {
        delete(
                tx,
                entries.stream()
                        .map(e -> new String[] {e.account().value(), origin(e)})
                        .toList());
        var lots = new ArrayList<Keyed>();
        for (var entry : entries) {
            for (int i = 0; i < entry.disposals().size(); i++) {
                lots.add(new Keyed(
                        origin(entry), i, closed(entry, entry.disposals().get(i))));
            }
        }
        insert(tx, lots);
    }

    /** Replaces what is open of these positions. */
    public void saveOpen(SqlClient tx, Collection<PositionUpdate> positions) {
        delete(
                tx,
                positions.stream()
                        .map(p -> new String[] {p.account().value(), origin(p)})
                        .toList());
        var lots = new ArrayList<Keyed>();
        for (var position : positions) {
            for (int i = 0; i < position.lots().size(); i++) {
                lots.add(new Keyed(origin(position), i, open(position, i)));
            }
        }
        insert(tx, lots);
    }

    public void deleteClosed(SqlClient tx, Collection<EventTable.Key> entries) {
        delete(
                tx,
                entries.stream()
                        .map(k -> new String[] {k.account().value(), "entry:" + k.entry()})
                        .toList());
    }

    public void deleteOpen(SqlClient tx, Collection<PositionTable.Key> positions) {
        delete(
                tx,
                positions.stream()
                        .map(k -> new String[] {k.account().value(), "position:" + k.instrument()})
                        .toList());
    }

    private static String origin(JournalEntry entry) {
        return "entry:" + entry.id();
    }

    private static String origin(PositionUpdate position) {
        return "position:" + position.instrument().id();
    }

    private static LotRow closed(JournalEntry entry, Disposal d) {
        return new LotRow(
                entry.account(),
                d.instrument(),
                symbol(entry, d.instrument()),
                d.lot().value(),
                d.openedOn(),
                d.openedAt(),
                d.closedOn(),
                d.closedAt(),
                d.quantity(),
                d.openPrice(),
                d.closePrice(),
                d.basis(),
                d.realizedBroker(),
                d.realizedEconomic(),
                d.basisKnown());
    }

    private static LotRow open(PositionUpdate position, int index) {
        var lot = position.lots().get(index);
        return new LotRow(
                position.account(),
                position.instrument().id(),
                position.instrument().symbol(),
                lot.openedBy().value(),
                lot.openedOn(),
                lot.openedAt(),
                null,
                null,
                lot.quantity(),
                lot.price(),
                null,
                lot.basis(),
                null,
                null,
                lot.basisKnown());
    }

    private static String symbol(JournalEntry entry, InstrumentId instrument) {
        return legs(entry.detail())
                .map(Leg::instrument)
                .filter(i -> i.id().equals(instrument))
                .map(i -> i.symbol())
                .findFirst()
                .orElse(instrument.value());
    }

    private static Stream<Leg> legs(EntryDetail detail) {
        return switch (detail) {
            case EntryDetail.Traded(var leg) -> Stream.of(leg);
            case EntryDetail.Cancelled cancelled -> Stream.of(cancelled.leg());
            case EntryDetail.Expired expired -> Stream.of(expired.leg());
            case EntryDetail.Delivered d -> Stream.concat(d.options().stream(), Stream.ofNullable(d.shares()));
            case EntryDetail.Opening _ -> Stream.empty();
            case EntryDetail.CashBooked _ -> Stream.empty();
            case EntryDetail.InterestAccrued _ -> Stream.empty();
            case EntryDetail.StatedOnly _ -> Stream.empty();
            case EntryDetail.Marked _ -> Stream.empty();
            case EntryDetail.Translated _ -> Stream.empty();
        };
    }

    private static void delete(SqlClient tx, List<String[]> keys) {
        if (!keys.isEmpty()) {
            tx.preparedQuery(DELETE)
                    .executeAndAwait(Tuple.of(
                            keys.stream().map(k -> k[0]).toArray(String[]::new),
                            keys.stream().map(k -> k[1]).toArray(String[]::new)));
        }
    }

    private static void insert(SqlClient tx, List<Keyed> lots) {
        if (lots.isEmpty()) {
            return;
        }
        var tuple = Tuple.tuple();
        tuple.addValue(texts(lots, k -> k.lot().account().value()));
        tuple.addValue(texts(lots, Keyed::origin));
        tuple.addValue(lots.stream().map(Keyed::ordinal).toArray(Integer[]::new));
        tuple.addValue(texts(lots, k -> k.lot().instrument().value()));
        tuple.addValue(texts(lots, k -> k.lot().symbol()));
        tuple.addValue(lots.stream().map(k -> k.lot().lot()).toArray(UUID[]::new));
        tuple.addValue(lots.stream().map(k -> k.lot().entryDate()).toArray(LocalDate[]::new));
        tuple.addValue(times(lots, k -> k.lot().enteredAt()));
        tuple.addValue(lots.stream().map(k -> k.lot().exitDate()).toArray(LocalDate[]::new));
        tuple.addValue(times(lots, k -> k.lot().exitedAt()));
        tuple.addValue(texts(lots, k -> k.lot().quantity().toString()));
        tuple.addValue(texts(lots, k -> k.lot().entryPrice().currency().code()));
        tuple.addValue(texts(lots, k -> plain(k.lot().entryPrice())));
        tuple.addValue(texts(lots, k -> plain(k.lot().exitPrice())));
        tuple.addValue(texts(lots, k -> plain(k.lot().basis())));
        tuple.addValue(texts(lots, k -> plain(k.lot().realizedBroker())));
        tuple.addValue(texts(lots, k -> plain(k.lot().realizedEconomic())));
        tuple.addValue(lots.stream().map(k -> k.lot().basisKnown()).toArray(Boolean[]::new));
        tx.preparedQuery(INSERT).executeAndAwait(tuple);
    }

    public List<LotRow> find(SqlClient client, LotSearch search, int limit, int offset) {
        var tuple = Tuple.tuple()
                .addValue(search.account().value())
                .addValue(search.entryFrom())
                .addValue(search.entryTo())
                .addValue(search.exitFrom())
                .addValue(search.exitTo())
                .addValue(search.symbol())
                .addValue(limit)
                .addValue(offset);
        var lots = new ArrayList<LotRow>();
        client.preparedQuery(FIND).executeAndAwait(tuple).forEach(row -> lots.add(read(row)));
        return lots;
    }

    private static LotRow read(Row row) {
        var currency = CurrencyCode.of(row.getString("currency"));
        var exit = row.getOffsetDateTime("exit_timestamp");
        return new LotRow(
                AccountId.of(row.getString("account")),
                new InstrumentId(row.getString("instrument")),
                row.getString("symbol"),
                row.getUUID("lot"),
                row.getLocalDate("entry_date"),
                row.getOffsetDateTime("entry_timestamp").toInstant(),
                row.getLocalDate("exit_date"),
                exit == null ? null : exit.toInstant(),
                new Quantity(row.getBigDecimal("quantity")),
                Money.of(row.getBigDecimal("entry_price"), currency),
                money(row.getBigDecimal("exit_price"), currency),
                Money.of(row.getBigDecimal("basis"), currency),
                money(row.getBigDecimal("realized_broker"), currency),
                money(row.getBigDecimal("realized_economic"), currency),
                row.getBoolean("basis_known"));
    }

    /** One line per lot, in order. */
    public List<String> hashes(SqlClient client) {
        var lines = new ArrayList<String>();
        client.query(HASHES).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
        return lines;
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, CurrencyCode currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private static @Nullable String plain(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    private static @Nullable String[] texts(List<Keyed> lots, Function<Keyed, @Nullable String> column) {
        var texts = new String[lots.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(lots.get(i));
        }
        return texts;
    }

    private static @Nullable OffsetDateTime[] times(List<Keyed> lots, Function<Keyed, @Nullable Instant> column) {
        var times = new OffsetDateTime[lots.size()];
        for (int i = 0; i < times.length; i++) {
            var time = column.apply(lots.get(i));
            times[i] = time == null ? null : time.atOffset(ZoneOffset.UTC);
        }
        return times;
    }
}
