package io.flexledger.report.narrative;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Derivation;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.Derivation.Stated;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the figures of one report and keeps each under its name. */
final class FigureBook {

    private final LedgerDay day;
    private final Map<FigureId, Figure> figures = new LinkedHashMap<>();

    FigureBook(LedgerDay day) {
        this.day = day;
    }

    Map<FigureId, Figure> all() {
        return figures;
    }

    /** A figure somebody states. */
    Figure stated(String name, Money amount, Kind kind, boolean previousDay, String formula, String... place) {
        return add(name, amount, amount, Derivation.stated(formula, new Stated(kind, previousDay)), place);
    }

    /** A figure made of what several state of the day. */
    Figure stated(String name, Money amount, List<Kind> kinds, String formula, String... place) {
        var snapshots = kinds.stream().map(kind -> new Stated(kind, false)).toArray(Stated[]::new);
        return add(name, amount, amount, Derivation.stated(formula, snapshots), place);
    }

    /** A figure read off or added up from journal entries. */
    Figure from(
            String name, Money amount, String formula, List<Factor> factors, List<EventId> entries, String... place) {
        return add(name, amount, amount, new Derivation(formula, factors, entries, List.of()), place);
    }

    /** A figure made of others that are shown; {@code shown} is the sum of what is shown of them. */
    Figure sum(String name, Money shown, Money exact, String formula, List<Figure> parts, String... place) {
        var entries = parts.stream()
                .flatMap(p -> p.derivation().entries().stream())
                .distinct()
                .toList();
        var snapshots = parts.stream()
                .flatMap(p -> p.derivation().snapshots().stream())
                .distinct()
                .toList();
        var factors = parts.stream().map(Factor::of).toList();
        return add(name, shown, exact, new Derivation(formula, factors, entries, snapshots), place);
    }

    /** The running value after a block: the value before it plus the block's printed impact. */
    Figure nav(Figure before, Figure impact, Money shown, Money exact, String... place) {
        return add(
                "Net asset value after",
                shown,
                exact,
                new Derivation(
                        navLine(before.shown(), impact.shown(), shown),
                        List.of(Factor.of(before), Factor.of(impact)),
                        impact.derivation().entries(),
                        List.of()),
                place);
    }

    /** For example, {@code 79,498.68 - 96.46 = 79,402.22 HKD}. */
    static String navLine(Money before, Money impact, Money after) {
        return Formula.sum(Formula.bare(before), Formula.bare(impact)).text(Formula.Digits.CENTS) + " = "
                + Numbers.amount(after);
    }

    private Figure add(String name, Money shown, Money exact, Derivation derivation, String... place) {
        var figure = new Figure(FigureId.of(day.account(), day.date(), place), name, shown, exact, derivation);
        figures.put(figure.id(), figure);
        return figure;
    }

    static String equation(Formula formula, Money result) {
        return formula.text(result) + " = " + Numbers.amount(result);
    }

    static List<EventId> ids(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::id).toList();
    }

    static Factor rate(FxRate rate) {
        return new Factor(
                "rate " + rate.from() + " to " + rate.to(),
                Numbers.rate(rate),
                null,
                rate.source().name());
    }

    static List<Factor> with(List<Factor> factors, Factor... more) {
        var all = new ArrayList<>(factors);
        all.addAll(List.of(more));
        return all;
    }
}
