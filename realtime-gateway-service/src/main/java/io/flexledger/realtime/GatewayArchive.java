package io.flexledger.realtime;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.realtime.account.AccountPicture;
import io.flexledger.realtime.adapter.db.FillTable;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.adapter.db.LiveTable;
import io.flexledger.realtime.frame.KeptFrame;
import io.flexledger.realtime.provisional.ListedFill;
import io.flexledger.transport.Transactions;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was heard and told, for those who ask; also while the gateway is away. */
@ApplicationScoped
public class GatewayArchive {

    private final Pool pool;

    GatewayArchive(Pool pool) {
        this.pool = pool;
    }

    /** @param account null for all */
    public List<ListedFill> fills(LocalDate day, @Nullable String account) {
        return FillTable.ofDay(pool, day, account);
    }

    public ListedFill.Counts counts(LocalDate today) {
        return FillTable.counts(pool, today);
    }

    /** How many messages could not be read. */
    public long unreadable() {
        return FrameTable.unreadable(pool);
    }

    public Optional<KeptFrame> frame(ArtifactId id) {
        return FrameTable.find(pool, id);
    }

    /** All that was said of one execution, in order. */
    public List<KeptFrame> frames(String execution) {
        return FrameTable.of(pool, List.of(execution));
    }

    /** Accounts that were valued at least once. */
    public List<String> accounts() {
        return LiveTable.accounts(pool);
    }

    public Optional<AccountPicture> picture(String account) {
        return LiveTable.find(pool, account);
    }

    /** Keeps what is known of some accounts now: all of them, or none. */
    public void keep(List<String> accounts, Instant takenAt) {
        Transactions.run(
                pool,
                tx -> accounts.forEach(account ->
                        LiveTable.find(tx, account).ifPresent(picture -> LiveTable.keep(tx, picture, takenAt))));
    }
}
