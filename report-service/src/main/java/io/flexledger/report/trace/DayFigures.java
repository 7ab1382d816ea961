package io.flexledger.report.trace;

import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Derivation;
import io.flexledger.report.figure.Derivation.Stated;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.DayReport;
import io.flexledger.report.summary.EntryTotals;
import io.flexledger.report.summary.Summary;
import io.flexledger.report.summary.SummaryFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every figure any page or answer shows of one day, by its name. */
public final class DayFigures {

    private DayFigures() {}

    public static Map<FigureId, Figure> of(LedgerDay day, DayReport report) {
        var figures = new HashMap<>(report.figures());
        put(figures, summary(day));
        put(figures, nav(day.official()));
        put(figures, nav(day.calculated()));
        put(figures, nav(day.live()));
        put(figures, day.entries().stream().map(entry -> entry(day, entry)).toList());
        return figures;
    }

    private static void put(Map<FigureId, Figure> figures, List<Figure> more) {
        more.forEach(figure -> figures.put(figure.id(), figure));
    }

    private static List<Figure> summary(LedgerDay day) {
        var best = Stream.of(day.official(), day.calculated(), day.live())
                .filter(Objects::nonNull)
                .findFirst();
        var known = new Summary.Day(
                day.date(),
                day.opening(),
                best.map(NavSnapshot::total).orElse(day.opening()),
                best.map(NavSnapshot::kind).orElse(Kind.CALCULATED),
                EntryTotals.of(day.entries()),
                null);
        var row = Summary.of(day.account(), day.base(), List.of(known)).rows().getFirst();
        return SummaryFigures.of(row, day.entries());
    }

    /** Total, opening value, components and changes of one snapshot. */
    public static List<Figure> nav(@Nullable NavSnapshot snapshot) {
        var figures = new ArrayList<Figure>();
        if (snapshot == null) {
            return figures;
        }
        figures.add(nav(snapshot, snapshot.total(), "total"));
        var opening = snapshot.opening();
        if (opening != null) {
            figures.add(nav(snapshot, opening, "opening"));
        }
        snapshot.components().forEach((name, amount) -> figures.add(nav(snapshot, amount, "components", name)));
        snapshot.changes().forEach((name, amount) -> figures.add(nav(snapshot, amount, "changes", name)));
        return figures;
    }

    private static Figure nav(NavSnapshot snapshot, Money amount, String... place) {
        var kind = snapshot.kind().name().toLowerCase(Locale.ROOT);
        var path = new String[place.length + 2];
        path[0] = "nav";
        path[1] = kind;
        System.arraycopy(place, 0, path, 2, place.length);
        var name = kind + " " + String.join(" ", place);
        return new Figure(
                FigureId.of(snapshot.account(), snapshot.date(), path),
                name,
                amount,
                amount,
                Derivation.stated("as the snapshot has it", new Stated(snapshot.kind(), false)));
    }

    /** Change of net asset value by one entry. */
    public static Figure entry(LedgerDay day, JournalEntry entry) {
        var amount = day.economic(entry);
        var terms = entry.impacts().stream()
                .map(impact -> Formula.converted(impact.amount(), impact.rate()))
                .toList();
        var text = terms.isEmpty()
                ? "no change of cash or marked value"
                : Formula.sum(terms).text(amount) + " = " + Numbers.amount(amount);
        return new Figure(
                entryId(entry),
                "Change of net asset value",
                amount,
                amount,
                new Derivation(text, List.of(), List.of(entry.id()), List.of()));
    }

    public static FigureId entryId(JournalEntry entry) {
        return FigureId.of(
                entry.account(), entry.reportDate(), "entries", entry.id().toString(), "impact");
    }
}
