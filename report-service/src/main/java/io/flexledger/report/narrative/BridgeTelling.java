package io.flexledger.report.narrative;

import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.Bridge;
import io.flexledger.report.bridge.BridgeLine;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.BridgeRow;
import io.flexledger.report.narrative.Block.BridgeTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bridge as rows, every amount a figure. */
final class BridgeTelling {

    private final FigureBook book;
    private final boolean running;

    /** @param running whether the gateway's value is explained, and not the broker's */
    BridgeTelling(FigureBook book, boolean running) {
        this.book = book;
        this.running = running;
    }

    BridgeTable table(Bridge bridge, Figure opening, List<Caveat> caveats) {
        var unexplained = bridge.unexplained();
        return new BridgeTable(
                opening,
                steps(bridge, opening),
                difference(bridge),
                unexplained == null ? null : unexplainedFigure(unexplained.amount()),
                unexplained == null ? List.of() : unexplained.findings(),
                unexplained == null ? null : unexplained.nextStep(),
                caveats);
    }

    private Figure unexplainedFigure(Money amount) {
        if (running) {
            return book.stated(
                    "Unexplained",
                    amount,
                    Kind.LIVE,
                    false,
                    "change of the gateway's net asset value minus the impacts of all entries and the steps to its own"
                            + " cash, positions and rates = " + Numbers.amount(amount),
                    "unexplained");
        }
        return book.stated(
                "Unexplained",
                amount,
                Kind.OFFICIAL,
                false,
                "change of the broker's net asset value minus the impacts of all entries = " + Numbers.amount(amount),
                "unexplained");
    }

    private List<BridgeRow> steps(Bridge bridge, Figure opening) {
        var rows = new ArrayList<BridgeRow>();
        var before = opening;
        for (var step : bridge.steps()) {
            var number = Integer.toString(rows.size() + 1);
            var amount = amount(step.line(), "bridge", number, "amount");
            var after = book.nav(before, amount, step.after(), step.after(), "bridge", number, "nav");
            rows.add(row(step.line(), amount, after));
            before = after;
        }
        return rows;
    }

    private List<BridgeRow> difference(Bridge bridge) {
        var rows = new ArrayList<BridgeRow>();
        for (var line : bridge.difference()) {
            var number = Integer.toString(rows.size() + 1);
            rows.add(row(line, amount(line, "difference", number, "amount"), null));
        }
        return rows;
    }

    private Figure amount(BridgeLine line, String... place) {
        var formula = line.formula();
        var text = formula == null
                ? Numbers.exact(line.amount()) + " " + line.amount().currency()
                : FigureBook.equation(formula, line.amount());
        return line.live()
                ? book.stated(line.text(), line.amount(), List.of(Kind.CALCULATED, Kind.LIVE), text, place)
                : book.from(line.text(), line.amount(), text, List.<Factor>of(), line.entries(), place);
    }

    private static BridgeRow row(BridgeLine line, Figure amount, @Nullable Figure after) {
        Formula formula = line.formula();
        return new BridgeRow(
                line.kind().name(),
                line.text(),
                formula == null ? null : formula.text(line.amount()),
                amount,
                after,
                line.kind() == BridgeLine.Kind.UNEXPLAINED ? List.of() : line.marks());
    }
}
