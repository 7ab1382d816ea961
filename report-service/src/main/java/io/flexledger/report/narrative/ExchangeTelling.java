package io.flexledger.report.narrative;

import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.story.Happening.TradeGroup;
import io.flexledger.report.story.Told;
import java.util.ArrayList;
import java.util.List;

/** Both sides of the currency exchanges of a group, each at its rate to base. */
final class ExchangeTelling {

    private final FigureBook book;
    private final Told told;
    private final TradeGroup group;

    ExchangeTelling(FigureBook book, Told told, TradeGroup group) {
        this.book = book;
        this.told = told;
        this.group = group;
    }

    /** What they add to the arithmetic of the group. */
    List<Formula> terms() {
        return group.exchanged().stream().map(ExchangeTelling::converted).toList();
    }

    List<Factor> factors() {
        var factors = new ArrayList<Factor>();
        for (var side : group.exchanged()) {
            factors.add(Factor.of(label(side.amount()), Numbers.exact(side.amount())));
            if (!isBase(side)) {
                factors.add(FigureBook.rate(side.rate()));
            }
        }
        return factors;
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var side : group.exchanged()) {
            var figure = figure(side, lines.size() + 1);
            var line = Line.part(label(side.amount()));
            if (!isBase(side)) {
                line.words(converted(side).text(side.base()) + " = ");
            }
            lines.add(line.figure(figure, Numbers.signed(figure.shown())).end());
        }
        return lines;
    }

    private Figure figure(Impact side, int number) {
        return book.from(
                label(side.amount()),
                side.base(),
                FigureBook.equation(converted(side), side.base()),
                List.of(),
                FigureBook.ids(group.entries()),
                "story",
                Integer.toString(told.number()),
                "exchanged",
                Integer.toString(number));
    }

    private static Formula converted(Impact side) {
        return Formula.converted(side.amount(), side.rate());
    }

    private static boolean isBase(Impact side) {
        return side.rate().from().equals(side.rate().to());
    }

    private static String label(Money amount) {
        return (amount.signum() < 0 ? "Given in " : "Received in ") + amount.currency();
    }
}
