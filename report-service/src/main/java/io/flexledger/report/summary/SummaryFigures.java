package io.flexledger.report.summary;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.figure.Derivation;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.Derivation.Stated;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The amounts of a summary row as figures. Their names do not depend on whether the entries are at hand. */
public final class SummaryFigures {

    private final SummaryRow row;
    private final Stated stated;
    private final List<JournalEntry> entries;

    private SummaryFigures(SummaryRow row, List<JournalEntry> entries) {
        this.row = row;
        this.stated = new Stated(row.standing() == Kind.LIVE ? Kind.LIVE : Kind.OFFICIAL, false);
        this.entries = entries;
    }

    /** @param entries of the day; empty where only names and amounts are wanted */
    public static List<Figure> of(SummaryRow row, List<JournalEntry> entries) {
        return new SummaryFigures(row, entries).all();
    }

    private List<Figure> all() {
        var opening = stated("opening", "Opening net asset value", row.opening());
        var closing = stated("closing", "Closing net asset value", row.closing());
        var flow = added("flow", "Net cash flow", row.flow(), t -> t.flow().signum() != 0);
        var commissions = added(
                "commissions",
                "Commissions and taxes",
                row.commissions(),
                t -> t.commissions().signum() != 0);
        var net = combined("net", "Net P&L", row.net(), closing, opening, flow);
        var figures = new ArrayList<>(List.of(opening, closing, flow, commissions, net));
        figures.add(combined("gross", "Gross P&L", row.gross(), closing, opening, flow, commissions));
        var unexplained = row.unexplained();
        if (unexplained != null) {
            figures.add(figure(
                    "unexplained",
                    "Unexplained",
                    unexplained,
                    new Derivation(
                            "change of the broker's net asset value minus the impacts of all entries = "
                                    + Numbers.amount(unexplained),
                            List.of(Factor.of(closing), Factor.of(opening)),
                            ids(e -> !(e.detail() instanceof EntryDetail.Opening)),
                            List.of(stated))));
        }
        return figures;
    }

    private Figure stated(String column, String name, Money amount) {
        var text = row.isProvisional() ? "as far as it is known" : "as the broker states it";
        return figure(column, name, amount, Derivation.stated(text, stated));
    }

    private Figure added(String column, String name, Money amount, Predicate<EntryTotals> part) {
        var ids = ids(entry -> part.test(EntryTotals.of(entry)));
        var text = "sum over " + ids.size() + " entries = " + Numbers.amount(amount);
        return figure(column, name, amount, new Derivation(text, List.of(), ids, List.of()));
    }

    private Figure combined(String column, String name, Money amount, Figure from, Figure... taken) {
        var terms = new ArrayList<Formula>(List.of(Formula.of(from.exact())));
        var factors = new ArrayList<>(List.of(Factor.of(from)));
        for (var figure : taken) {
            terms.add(Formula.of(figure.exact().negated()));
            factors.add(Factor.of(figure));
        }
        var text = Formula.sum(terms).text(amount) + " = " + Numbers.amount(amount);
        var ids = new ArrayList<EventId>();
        for (var figure : taken) {
            ids.addAll(figure.derivation().entries());
        }
        return figure(column, name, amount, new Derivation(text, factors, ids, List.of(stated)));
    }

    private List<EventId> ids(Predicate<JournalEntry> wanted) {
        return entries.stream().filter(wanted).map(JournalEntry::id).toList();
    }

    private Figure figure(String column, String name, Money amount, Derivation derivation) {
        var id = FigureId.of(row.account(), row.date(), "summary", column);
        return new Figure(id, name, amount, amount, derivation);
    }
}
