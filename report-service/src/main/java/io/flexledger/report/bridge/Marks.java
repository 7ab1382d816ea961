package io.flexledger.report.bridge;

import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.FxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a figure is estimated, carried, inferred or provisional, in words that go into its line. */
public final class Marks {

    private Marks() {}

    public static List<String> of(JournalEntry entry, FxRate rate) {
        var marks = new ArrayList<String>();
        of(rate).ifPresent(marks::add);
        of(entry).stream().filter(mark -> !marks.contains(mark)).forEach(marks::add);
        return marks;
    }

    public static List<String> of(JournalEntry entry) {
        var marks = new ArrayList<String>();
        switch (entry.detail()) {
            case EntryDetail.Expired expired -> of(expired.recognition()).ifPresent(marks::add);
            case EntryDetail.Delivered delivered -> of(delivered.recognition()).ifPresent(marks::add);
            case EntryDetail.CashBooked cash
            when cash.inferred() -> marks.add("inferred: no delivered row itemises it");
            case EntryDetail.CashBooked _ -> {}
            case EntryDetail.Opening _ -> {}
            case EntryDetail.Traded _ -> {}
            case EntryDetail.Cancelled _ -> {}
            case EntryDetail.InterestAccrued _ -> {}
            case EntryDetail.StatedOnly _ -> {}
            case EntryDetail.Marked _ -> {}
            case EntryDetail.Translated _ -> {}
        }
        entry.caveats().stream()
                .map(Marks::of)
                .filter(text -> !marks.contains(text))
                .forEach(marks::add);
        return marks;
    }

    /** What the gateway told is set off in two words; all else says itself why. */
    private static String of(Caveat caveat) {
        return switch (caveat.code()) {
            case "PROVISIONAL_FILL" -> "provisional: told by the gateway alone so far";
            case "COMMISSION_PENDING" -> "commission pending: it counts as zero so far";
            default -> caveat.text();
        };
    }

    static List<String> marked(JournalEntry entry, EntryDetail.Marked mark) {
        var marks = new ArrayList<String>();
        of(mark.source()).ifPresent(marks::add);
        marks.addAll(of(entry, mark.rate()));
        return marks;
    }

    /** Weaker than the row's own or the day's stated rate. */
    public static Optional<String> of(FxRate rate) {
        return switch (rate.source()) {
            case IDENTITY, ROW, CONVERSION_RATES -> Optional.empty();
            case DERIVED -> Optional.of("rate derived from a section that states both currencies");
            case GATEWAY -> Optional.of("provisional: the gateway's rate");
            case CARRIED -> Optional.of("provisional: rate carried from an earlier day");
            case CONFIGURED -> Optional.of("provisional: configured rate");
        };
    }

    public static Optional<String> of(MarkSource source) {
        return switch (source) {
            case OPEN_POSITIONS, CLOSE_PRICE -> Optional.empty();
            case GATEWAY -> Optional.of("provisional: the gateway's mark");
            case LAST_TRADE -> Optional.of("provisional: marked at the last trade");
            case PREVIOUS -> Optional.of("provisional: mark carried from an earlier day");
        };
    }

    public static Optional<String> of(Recognition recognition) {
        return switch (recognition) {
            case OPTION_EVENT, NOTES -> Optional.empty();
            case PAIRING -> Optional.of("inferred from the pairing of option and shares");
            case INFERRED -> Optional.of("inferred from the shape of the row alone");
        };
    }
}
