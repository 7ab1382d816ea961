package io.flexledger.ledger;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.journal.Projection;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.adapter.db.CheckpointTable;
import io.flexledger.ledger.adapter.db.EntryTable;
import io.flexledger.ledger.adapter.db.PositionTable;
import io.flexledger.ledger.adapter.db.SnapshotTable;
import io.flexledger.ledger.book.AccountState;
import io.flexledger.ledger.day.DayFold;
import io.flexledger.ledger.day.LedgerPolicy;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Saves the result of a fold and tells of what changed: nothing is published whose content is as before. */
@ApplicationScoped
public class Publication {

    private final EntryTable entries;
    private final SnapshotTable snapshots;
    private final PositionTable positions;
    private final CheckpointTable checkpoints;
    private final Outbox outbox;

    Publication(
            EntryTable entries,
            SnapshotTable snapshots,
            PositionTable positions,
            CheckpointTable checkpoints,
            Outbox outbox) {
        this.entries = entries;
        this.snapshots = snapshots;
        this.positions = positions;
        this.checkpoints = checkpoints;
        this.outbox = outbox;
    }

    /** What a fold made of some consecutive days. */
    static final class Draft {

        private final List<AccountState> states = new ArrayList<>();
        private final List<JournalEntry> entries = new ArrayList<>();
        private final List<NavSnapshot> snapshots = new ArrayList<>();

        void add(DayFold.Result day) {
            if (day.after().day() != null && !day.entries().isEmpty()) {
                states.add(day.after());
            }
            entries.addAll(day.entries());
            snapshots.addAll(day.snapshots());
        }
    }

    /** Replaces all that is known of the days from one to the other by the draft. */
    void publish(SqlConnection tx, AccountId account, LocalDate from, LocalDate to, Draft draft) {
        checkpoints.replace(tx, account, from, to, draft.states);
        var records = new ArrayList<OutgoingRecord>();
        for (var entry : entries.withdraw(tx, account, from, to, draft.entries)) {
            records.add(OutgoingRecord.tombstone(Topics.JOURNAL_ENTRY.topic(), account + "/" + entry));
        }
        entries.save(tx, account, draft.entries).forEach(entry -> records.add(record(Topics.JOURNAL_ENTRY, entry)));
        for (var key : snapshots.withdraw(tx, account, from, to, draft.snapshots)) {
            records.add(OutgoingRecord.tombstone(Topics.NAV_SNAPSHOT.topic(), key));
        }
        snapshots
                .save(tx, account, draft.snapshots)
                .forEach(snapshot -> records.add(record(Topics.NAV_SNAPSHOT, snapshot)));
        outbox.add(tx, records);
    }

    /**
     * Saves the last state of every position the days touched. One they touched before and do not any more is again
     * what the checkpoint has, or nothing.
     *
     * @param from       first day folded
     * @param checkpoint the state before it
     */
    void publish(
            SqlConnection tx,
            LocalDate from,
            AccountState checkpoint,
            SortedMap<InstrumentId, PositionUpdate> touched,
            LedgerPolicy policy) {
        var updates = new TreeMap<>(touched);
        for (var known : positions.since(tx, checkpoint.account(), from)) {
            updates.computeIfAbsent(known.instrument().id(), _ -> restored(known, checkpoint, policy));
        }
        outbox.add(
                tx,
                positions.save(tx, checkpoint.account(), updates.values()).stream()
                        .map(position -> record(Topics.POSITION_UPDATE, position))
                        .toList());
    }

    /** As the checkpoint's own day told it: whether a later day was there for a while must not show. */
    private static PositionUpdate restored(PositionUpdate known, AccountState checkpoint, LedgerPolicy policy) {
        var day = checkpoint.day();
        for (var holding : checkpoint.holdings()) {
            if (day != null
                    && holding.instrument().id().equals(known.instrument().id())) {
                return new PositionUpdate(
                        known.account(),
                        holding.instrument(),
                        day,
                        policy.close().apply(day),
                        0,
                        holding.book().quantity(),
                        holding.book().lots(),
                        holding.book().lots().getFirst().carry());
            }
        }
        return new PositionUpdate(
                known.account(),
                known.instrument(),
                known.reportDate(),
                known.asOf(),
                0,
                Quantity.ZERO,
                List.of(),
                null);
    }

    private static OutgoingRecord record(Topics topic, Projection projection) {
        return new OutgoingRecord(
                topic.topic(),
                projection.key(),
                ContractJson.write(projection),
                CloudEvent.of(projection).headers(CloudEvent.JSON));
    }
}
