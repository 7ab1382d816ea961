package io.flexledger.report;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.journal.Projection;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.day.Market;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the ledger publishes of some days, as the records of its topics. */
public final class Published {

    private final Pool pool;
    private final ReportProjector projector;

    public Published(Pool pool, ReportProjector projector) {
        this.pool = pool;
        this.projector = projector;
    }

    public void clear() {
        pool.query("truncate chronological_events, lot_history, position, nav, gateway, live_fill," + " fill_standing")
                .executeAndAwait();
    }

    /** Both golden days, the value of the day before them, and a position that stays open. */
    public static List<Projection> goldenDays() {
        var days = GoldenDays.tuned();
        return Stream.concat(projections(days.july17()).stream(), projections(days.july18()).stream())
                .toList();
    }

    /** One more account, of which the broker's value has not arrived. */
    public static List<Projection> secondAccount() {
        return projections(DayScenario.on("U2", "2025-07-18")
                .calculated("100", "90", Map.of("cash", "90"))
                .statedOnly("otherFees", "-10")
                .day());
    }

    /** Entries and values of a day, and the values of the day before it. */
    public static List<Projection> projections(LedgerDay day) {
        var all = new ArrayList<Projection>(day.entries());
        Stream.of(day.official(), day.calculated(), day.live())
                .filter(snapshot -> snapshot != null)
                .forEach(all::add);
        var previous = day.previous();
        if (previous != null) {
            Stream.of(previous.official(), previous.calculated())
                    .filter(snapshot -> snapshot != null)
                    .forEach(all::add);
        }
        return all;
    }

    public static PositionUpdate position(String account, long version, String units) {
        var spy = GoldenDays.SPY;
        var lots = units.equals("0")
                ? List.<Lot>of()
                : List.of(new Lot(
                        EventId.of(AccountId.of(account), "fill", "lot"),
                        Market.newYork("2025-07-18T10:00:00"),
                        LocalDate.parse("2025-07-18"),
                        Quantity.of(units),
                        Market.usd("600"),
                        BigDecimal.ONE,
                        Market.usd("-1"),
                        Market.usd("0"),
                        Market.usd("610"),
                        true));
        return new PositionUpdate(
                AccountId.of(account),
                spy,
                LocalDate.parse("2025-07-18"),
                Market.newYork("2025-07-18T16:00:00"),
                version,
                Quantity.of(units),
                lots,
                Market.usd("610"));
    }

    public void apply(List<Projection> projections) {
        apply(projections, JournalEntry.class, projector::entries);
        apply(projections, PositionUpdate.class, projector::positions);
        apply(projections, NavSnapshot.class, projector::navs);
    }

    /** Withdraws an entry. */
    public void withdraw(JournalEntry entry) {
        inTransaction(List.of(record(entry.key(), null)), projector::entries);
    }

    private void apply(
            List<Projection> all,
            Class<? extends Projection> type,
            BiConsumer<SqlClient, List<ConsumerRecord<String, byte[]>>> effect) {
        inTransaction(
                all.stream()
                        .filter(type::isInstance)
                        .map(p -> record(p.key(), ContractJson.write(p)))
                        .toList(),
                effect);
    }

    private void inTransaction(
            List<ConsumerRecord<String, byte[]>> records,
            BiConsumer<SqlClient, List<ConsumerRecord<String, byte[]>>> effect) {
        var connection = pool.getConnectionAndAwait();
        try {
            var tx = connection.beginAndAwait();
            effect.accept(connection, records);
            tx.commitAndAwait();
        } finally {
            connection.closeAndAwait();
        }
    }

    @SuppressWarnings("NullAway") // a record without a value withdraws its key
    private static ConsumerRecord<String, byte[]> record(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>("test", 0, 0, key, value);
    }

    public static Topics topicOf(Projection projection) {
        return switch (projection) {
            case JournalEntry _ -> Topics.JOURNAL_ENTRY;
            case PositionUpdate _ -> Topics.POSITION_UPDATE;
            case NavSnapshot _ -> Topics.NAV_SNAPSHOT;
        };
    }
}
