package io.flexledger.report.day;

import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a snapshot, an entry or a day says otherwise than a scenario has it. */
public final class Statements {

    private Statements() {}

    /** The broker's own return of the day, in percent. */
    public static NavSnapshot returning(NavSnapshot snapshot, String percent) {
        return with(snapshot, new BigDecimal(percent), snapshot.cash(), snapshot.accruals(), snapshot.caveats());
    }

    public static NavSnapshot doubting(NavSnapshot snapshot, Caveat... caveats) {
        return with(snapshot, snapshot.twrPercent(), snapshot.cash(), snapshot.accruals(), List.of(caveats));
    }

    /** With balances by currency. */
    public static NavSnapshot of(NavSnapshot snapshot, List<Balance> cash, List<Balance> accruals) {
        return with(snapshot, snapshot.twrPercent(), cash, accruals, snapshot.caveats());
    }

    public static JournalEntry doubting(JournalEntry e, Caveat... caveats) {
        return new JournalEntry(
                e.id(),
                e.account(),
                e.reportDate(),
                e.occurredAt(),
                e.timed(),
                e.sequence(),
                e.version(),
                e.detail(),
                e.postings(),
                e.disposals(),
                e.impacts(),
                e.events(),
                e.sources(),
                List.of(caveats));
    }

    /** The same day with every entry passed through a change; {@code null} leaves one out. */
    public static LedgerDay with(LedgerDay day, UnaryOperator<@Nullable JournalEntry> change) {
        var changed = new ArrayList<JournalEntry>();
        for (var entry : day.entries()) {
            var other = change.apply(entry);
            if (other != null) {
                changed.add(other);
            }
        }
        return new LedgerDay(
                day.account(),
                day.date(),
                day.base(),
                changed,
                day.official(),
                day.calculated(),
                day.live(),
                day.previous());
    }

    private static NavSnapshot with(
            NavSnapshot snapshot,
            @Nullable BigDecimal twr,
            List<Balance> cash,
            List<Balance> accruals,
            List<Caveat> caveats) {
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
                cash,
                accruals,
                snapshot.positions(),
                snapshot.margin(),
                caveats,
                snapshot.sources());
    }
}
