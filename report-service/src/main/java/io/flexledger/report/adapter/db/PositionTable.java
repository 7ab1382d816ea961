package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.PositionUpdate;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code position}: the newest state of every position. */
@ApplicationScoped
public class PositionTable {

    private static final String UPSERT = """
        insert into position as known (account, instrument, symbol, report_date, as_of, quantity, currency, mark,
            version, hash, state)
        select account, instrument, symbol, report_date, as_of, quantity::numeric, currency, mark::numeric, version,
            hash, state
          from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::timestamptz[], $6::text[], $7::text[],
                   $8::text[], $9::int8[], $10::text[], $11::text[])
               as fresh (account, instrument, symbol, report_date, as_of, quantity, currency, mark, version, hash,
                   state)
        on conflict (account, instrument) do update
           set symbol = excluded.symbol, report_date = excluded.report_date, as_of = excluded.as_of,
               quantity = excluded.quantity, currency = excluded.currency, mark = excluded.mark,
               version = excluded.version, hash = excluded.hash, state = excluded.state
         where excluded.version > known.version
        returning account, instrument
        """;

    private static final String DELETE =
            "delete from position where (account, instrument) in (select * from unnest($1::text[], $2::text[]))";

    private static final String OPEN =
            "select state from position where account = $1 and quantity <> 0 order by symbol, instrument";

    private static final String OPEN_OR_CLOSED_SINCE = """
        select state from position where account = $1 and (quantity <> 0 or report_date >= $2)
         order by symbol, instrument
        """;

    private static final String ONE = "select state from position where account = $1 and instrument = $2";

    private static final String HASHES = """
        select account || ' ' || instrument || ' ' || hash as line from position
         order by account collate "C", instrument collate "C"
        """;

    /** A position's key, as the topic has it. */
    public record Key(AccountId account, String instrument) {}

    /** Saves what is newer than what is known, and returns it. */
    public List<PositionUpdate> save(SqlClient tx, Collection<PositionUpdate> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(positions);
        var tuple = Tuple.tuple();
        tuple.addValue(all.stream().map(p -> p.account().value()).toArray(String[]::new));
        tuple.addValue(all.stream().map(p -> p.instrument().id().value()).toArray(String[]::new));
        tuple.addValue(all.stream().map(p -> p.instrument().symbol()).toArray(String[]::new));
        tuple.addValue(all.stream().map(PositionUpdate::reportDate).toArray(LocalDate[]::new));
        tuple.addValue(all.stream().map(p -> p.asOf().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        tuple.addValue(all.stream().map(p -> p.quantity().toString()).toArray(String[]::new));
        tuple.addValue(all.stream().map(p -> p.instrument().currency().code()).toArray(String[]::new));
        tuple.addValue(all.stream()
                .map(p -> p.mark() == null ? null : p.mark().amount().toPlainString())
                .toArray(String[]::new));
        tuple.addValue(all.stream().map(PositionUpdate::version).toArray(Long[]::new));
        tuple.addValue(all.stream().map(Fingerprint::of).toArray(String[]::new));
        tuple.addValue(all.stream()
                .map(p -> new String(ContractJson.write(p), StandardCharsets.UTF_8))
                .toArray(String[]::new));
        Set<Key> saved = new HashSet<>();
        tx.preparedQuery(UPSERT)
                .executeAndAwait(tuple)
                .forEach(
                        row -> saved.add(new Key(AccountId.of(row.getString("account")), row.getString("instrument"))));
        return all.stream()
                .filter(p ->
                        saved.contains(new Key(p.account(), p.instrument().id().value())))
                .toList();
    }

    public void delete(SqlClient tx, Collection<Key> keys) {
        if (!keys.isEmpty()) {
            tx.preparedQuery(DELETE)
                    .executeAndAwait(Tuple.of(
                            keys.stream().map(k -> k.account().value()).toArray(String[]::new),
                            keys.stream().map(Key::instrument).toArray(String[]::new)));
        }
    }

    public List<PositionUpdate> open(SqlClient client, AccountId account) {
        return positions(client.preparedQuery(OPEN).executeAndAwait(Tuple.of(account.value())));
    }

    /** Also what a report day from then on closed. */
    public List<PositionUpdate> openOrClosedSince(SqlClient client, AccountId account, LocalDate date) {
        return positions(client.preparedQuery(OPEN_OR_CLOSED_SINCE).executeAndAwait(Tuple.of(account.value(), date)));
    }

    private static List<PositionUpdate> positions(Iterable<Row> rows) {
        var positions = new ArrayList<PositionUpdate>();
        rows.forEach(row -> positions.add(ContractJson.read(row.getString("state"), PositionUpdate.class)));
        return positions;
    }

    public Optional<PositionUpdate> find(SqlClient client, AccountId account, String instrument) {
        var rows = client.preparedQuery(ONE).executeAndAwait(Tuple.of(account.value(), instrument));
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(ContractJson.read(rows.iterator().next().getString("state"), PositionUpdate.class));
    }

    /** One line per position, in order. */
    public List<String> hashes(SqlClient client) {
        var lines = new ArrayList<String>();
        client.query(HASHES).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
        return lines;
    }
}
