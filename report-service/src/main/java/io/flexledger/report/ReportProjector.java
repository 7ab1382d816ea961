package io.flexledger.report;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.journal.Projection;
import io.flexledger.report.adapter.db.EventTable;
import io.flexledger.report.adapter.db.LotTable;
import io.flexledger.report.adapter.db.NavTable;
import io.flexledger.report.adapter.db.Notices;
import io.flexledger.report.adapter.db.PositionTable;
import io.flexledger.report.live.Notice;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the ledger publishes into the read models. Of several states of one key the newest counts; a state that is
 * not newer than the known one changes nothing, and a withdrawn key leaves nothing behind.
 */
@ApplicationScoped
public class ReportProjector {

    private final EventTable events;
    private final LotTable lots;
    private final PositionTable positions;
    private final NavTable navs;
    private final Notices notices;

    ReportProjector(EventTable events, LotTable lots, PositionTable positions, NavTable navs, Notices notices) {
        this.events = events;
        this.lots = lots;
        this.positions = positions;
        this.navs = navs;
        this.notices = notices;
    }

    public void entries(SqlClient tx, List<ConsumerRecord<String, byte[]>> changes) {
        var last = last(changes, JournalEntry.class);
        var gone = withdrawn(last).map(ReportProjector::entryKey).toList();
        var told = new HashSet<Notice>();
        events.delete(tx, gone).forEach(day -> told.add(new Notice.Day(day.account(), day.date())));
        lots.deleteClosed(tx, gone);
        var saved = events.save(tx, present(last));
        lots.saveClosed(tx, saved);
        saved.forEach(entry -> told.add(new Notice.Day(entry.account(), entry.reportDate())));
        notices.tell(tx, told);
    }

    public void positions(SqlClient tx, List<ConsumerRecord<String, byte[]>> changes) {
        var last = last(changes, PositionUpdate.class);
        var gone = withdrawn(last).map(ReportProjector::positionKey).toList();
        positions.delete(tx, gone);
        lots.deleteOpen(tx, gone);
        var saved = positions.save(tx, present(last));
        lots.saveOpen(tx, saved);
        notices.tell(
                tx,
                saved.stream()
                        .map(p ->
                                new Notice.Position(p.account(), p.instrument().id()))
                        .toList());
    }

    public void navs(SqlClient tx, List<ConsumerRecord<String, byte[]>> changes) {
        var last = last(changes, NavSnapshot.class);
        var changed =
                new ArrayList<>(withdrawn(last).map(ReportProjector::navKey).toList());
        navs.delete(tx, changed);
        changed.addAll(navs.save(tx, present(last)));
        var told = new HashSet<Notice>();
        for (var key : changed) {
            told.add(new Notice.Nav(key.account()));
            if (key.kind() != NavSnapshot.Kind.LIVE) {
                told.add(new Notice.Day(key.account(), key.date()));
            }
        }
        notices.tell(tx, told);
    }

    /** The last word on each key: the newest version since the key was last withdrawn, or nothing. */
    private static <T extends Projection> Map<String, @Nullable T> last(
            List<ConsumerRecord<String, byte[]>> changes, Class<T> type) {
        var last = new LinkedHashMap<String, @Nullable T>();
        for (var change : changes) {
            if (isTombstone(change)) {
                last.put(change.key(), null);
                continue;
            }
            var state = ContractJson.read(change.value(), type);
            var known = last.get(change.key());
            if (known == null || state.version() > known.version()) {
                last.put(change.key(), state);
            }
        }
        return last;
    }

    /** The client's types do not say that a value may be absent. */
    @SuppressWarnings("ConstantValue")
    private static boolean isTombstone(ConsumerRecord<String, byte[]> change) {
        return change.value() == null;
    }

    private static <T> Stream<String> withdrawn(Map<String, @Nullable T> last) {
        return last.entrySet().stream().filter(e -> e.getValue() == null).map(Map.Entry::getKey);
    }

    private static <T> List<T> present(Map<String, @Nullable T> last) {
        return last.values().stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static EventTable.Key entryKey(String key) {
        int at = key.lastIndexOf('/');
        return new EventTable.Key(AccountId.of(key.substring(0, at)), UUID.fromString(key.substring(at + 1)));
    }

    /** An account's id may hold a slash, an instrument's scheme may not: the last slash before the last scheme divides. */
    private static PositionTable.Key positionKey(String key) {
        int at = key.lastIndexOf('/', key.lastIndexOf(':'));
        return new PositionTable.Key(AccountId.of(key.substring(0, at)), key.substring(at + 1));
    }

    private static NavTable.Key navKey(String key) {
        int kind = key.lastIndexOf('/');
        int date = key.lastIndexOf('/', kind - 1);
        return new NavTable.Key(
                AccountId.of(key.substring(0, date)),
                LocalDate.parse(key.substring(date + 1, kind)),
                NavSnapshot.Kind.valueOf(key.substring(kind + 1).toUpperCase(Locale.ROOT)));
    }
}
