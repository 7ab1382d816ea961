package io.flexledger.report;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.report.adapter.db.EventTable;
import io.flexledger.report.adapter.db.LotTable;
import io.flexledger.report.adapter.db.NavTable;
import io.flexledger.report.adapter.db.PositionTable;
import io.flexledger.report.holding.KnownAccount;
import io.flexledger.report.holding.LotRow;
import io.flexledger.report.holding.LotSearch;
import io.flexledger.report.holding.TradePlace;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored, as lists: accounts, values, positions, lots, executions. */
@ApplicationScoped
public class Holdings {

    private final Pool pool;
    private final EventTable events;
    private final LotTable lots;
    private final PositionTable positions;
    private final NavTable navs;

    Holdings(Pool pool, EventTable events, LotTable lots, PositionTable positions, NavTable navs) {
        this.pool = pool;
        this.events = events;
        this.lots = lots;
        this.positions = positions;
        this.navs = navs;
    }

    public List<KnownAccount> accounts() {
        return navs.accounts(pool);
    }

    public List<NavSnapshot> navs(AccountId account, LocalDate from, LocalDate to, @Nullable Kind kind) {
        return navs.between(pool, account, from, to, kind);
    }

    /** What is open now. */
    public List<PositionUpdate> positions(AccountId account) {
        return positions.open(pool, account);
    }

    /** The ledger's value at the last close on or before a date, with what was open then. */
    public Optional<NavSnapshot> asOf(AccountId account, LocalDate date) {
        return navs.last(pool, account, date, Kind.CALCULATED);
    }

    public List<LotRow> lots(LotSearch search, int limit, int offset) {
        return lots.find(pool, search, limit, offset);
    }

    public List<JournalEntry> trades(
            AccountId account,
            LocalDate from,
            LocalDate to,
            @Nullable String symbol,
            @Nullable TradePlace after,
            int limit) {
        return events.trades(pool, account, from, to, symbol, after, limit);
    }

    /** SHA-256 over all that is stored, whatever the order and the number of times it arrived. */
    public String projectionHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, "events", events.hashes(pool));
            add(digest, "lots", lots.hashes(pool));
            add(digest, "positions", positions.hashes(pool));
            add(digest, "navs", navs.hashes(pool));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String table, List<String> lines) {
        digest.update((table + "\n").getBytes(StandardCharsets.UTF_8));
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
