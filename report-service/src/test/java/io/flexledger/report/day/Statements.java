package io.flexledger.report.day;

import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a snapshot says beside its value. */
public final class Statements {

    private Statements() {}

    /** The broker's own return of the day, in percent. */
    public static NavSnapshot returning(NavSnapshot snapshot, String percent) {
        return with(snapshot, new BigDecimal(percent), snapshot.caveats());
    }

    public static NavSnapshot doubting(NavSnapshot snapshot, Caveat... caveats) {
        return with(snapshot, snapshot.twrPercent(), List.of(caveats));
    }

    private static NavSnapshot with(NavSnapshot snapshot, @Nullable BigDecimal twr, List<Caveat> caveats) {
        return new NavSnapshot(
                snapshot.account(),
                snapshot.date(),
                snapshot.kind(),
                snapshot.asOf(),
                snapshot.version() + 1,
                snapshot.total(),
                snapshot.opening(),
                snapshot.components(),
                snapshot.changes(),
                twr,
                snapshot.cash(),
                snapshot.accruals(),
                snapshot.positions(),
                caveats,
                snapshot.sources());
    }
}
