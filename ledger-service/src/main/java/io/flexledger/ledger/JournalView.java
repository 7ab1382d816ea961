package io.flexledger.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.EventId;
import io.flexledger.ledger.adapter.db.AccountTable;
import io.flexledger.ledger.adapter.db.EntryTable;
import io.flexledger.ledger.adapter.db.EventTable;
import io.flexledger.ledger.adapter.db.PositionTable;
import io.flexledger.ledger.adapter.db.ProvisionalTable;
import io.flexledger.ledger.adapter.db.SnapshotTable;
import io.flexledger.ledger.history.Content;
import io.flexledger.ledger.history.FoldedAccount;
import io.flexledger.ledger.provisional.HeardFill;
import io.flexledger.ledger.provisional.HeardFill.Place;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ledger holds, for tracing a figure and for operators. */
@ApplicationScoped
public class JournalView {

    private final Pool pool;
    private final AccountTable accounts;
    private final EventTable events;
    private final EntryTable entries;
    private final PositionTable positions;
    private final SnapshotTable snapshots;
    private final ProvisionalTable provisional;

    JournalView(
            Pool pool,
            AccountTable accounts,
            EventTable events,
            EntryTable entries,
            PositionTable positions,
            SnapshotTable snapshots,
            ProvisionalTable provisional) {
        this.pool = pool;
        this.accounts = accounts;
        this.events = events;
        this.entries = entries;
        this.positions = positions;
        this.snapshots = snapshots;
        this.provisional = provisional;
    }

    public List<FoldedAccount> accounts() {
        return accounts.all(pool);
    }

    public Optional<ObjectNode> findEntry(EventId id) {
        return entries.find(pool, id)
                .map(stored ->
                        ContractJson.read(stored.json(), ObjectNode.class).put("version", stored.version()));
    }

    /** Every version of a fact, oldest statement first; none if the fact is unknown. */
    public List<ObjectNode> versions(EventId fact) {
        return events.versions(pool, fact).stream()
                .map(version -> ContractJson.read(version.json(), ObjectNode.class))
                .toList();
    }

    /** Newest report day first; every account's where none is named. */
    public List<HeardFill> provisionalFills(@Nullable String account, @Nullable Place after, int limit) {
        return provisional.list(pool, account, after, limit);
    }

    /**
     * SHA-256 over everything held, without what depends on the way it came.
     *
     * @param rows how many journal entries, open positions and values it was made of
     */
    public record ProjectionHash(String sha256, int rows) {}

    public ProjectionHash projectionHash() {
        var lines = Stream.of(entries.hashes(pool), positions.hashes(pool), snapshots.hashes(pool))
                .flatMap(List::stream)
                .toList();
        return new ProjectionHash(Content.sha256(String.join("\n", lines)), lines.size());
    }
}
