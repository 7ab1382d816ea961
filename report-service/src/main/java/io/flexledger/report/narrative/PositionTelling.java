package io.flexledger.report.narrative;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.Marks;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.OpenPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Tells what is open, at which marks, and what it has made. */
final class PositionTelling {

    private static final int TERMS_SHOWN = 6;

    private final LedgerDay day;
    private final FigureBook book;
    private final Kind kind;

    PositionTelling(LedgerDay day, FigureBook book) {
        this.day = day;
        this.book = book;
        this.kind = day.held().map(NavSnapshot::kind).orElse(Kind.CALCULATED);
    }

    List<OpenPosition> positions() {
        return day.holdings().stream().map(this::position).toList();
    }

    private OpenPosition position(Holding holding) {
        var instrument = holding.instrument();
        var units = Formula.units(holding.quantity());
        var price = Formula.price(holding.mark());
        var multiplier = Formula.number(instrument.multiplier(), "");
        var id = instrument.id().value();
        var value = book.stated(
                "Value of " + instrument.spoken(),
                holding.value(),
                kind,
                false,
                FigureBook.equation(Formula.product(units, price, multiplier), holding.value()),
                "positions",
                id,
                "value");
        var gain = holding.value().minus(holding.costBasis());
        var unrealized = book.stated(
                "Unrealized P&L of " + instrument.spoken(),
                gain,
                kind,
                false,
                FigureBook.equation(
                        Formula.difference(Formula.of(holding.value()), Formula.of(holding.costBasis())), gain),
                "positions",
                id,
                "unrealized");
        return new OpenPosition(
                instrument.spoken(),
                instrument.symbol(),
                holding.quantity().toString(),
                holding.mark().amount().toPlainString(),
                value,
                holding.costBasis().amount().toPlainString(),
                unrealized,
                instrument.currency().code(),
                holding.rate().rate().toPlainString(),
                holding.markSource().name());
    }

    List<Line> lines(List<OpenPosition> positions) {
        var lines = new ArrayList<Line>();
        if (positions.isEmpty()) {
            return lines;
        }
        lines.add(Line.main("Open positions")
                .words((kind == Kind.LIVE ? "at the gateway's marks" : "at the closing prices")
                        + ", with what they have made since they were opened:")
                .end());
        var sums = new TreeMap<CurrencyCode, Money>();
        for (int i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            var holding = day.holdings().get(i);
            var marks = new ArrayList<String>();
            Marks.of(holding.markSource()).ifPresent(marks::add);
            Marks.of(holding.rate()).ifPresent(marks::add);
            lines.add(Line.part(position.instrument())
                    .words(Numbers.count(holding.quantity().units()) + " at " + Numbers.price(holding.mark())
                            + ", value ")
                    .figure(position.value(), Numbers.amount(position.value().shown()))
                    .words(", unrealized ")
                    .change(
                            position.unrealized(),
                            Numbers.signed(position.unrealized().shown()))
                    .marks(marks)
                    .end());
            sums.merge(position.unrealized().currency(), position.unrealized().exact(), Money::plus);
        }
        sums.forEach((currency, sum) -> lines.add(totalLine(positions, currency, sum)));
        return lines;
    }

    private Line totalLine(List<OpenPosition> positions, CurrencyCode currency, Money sum) {
        var parts = positions.stream()
                .map(OpenPosition::unrealized)
                .filter(figure -> figure.currency().equals(currency))
                .toList();
        var formula =
                Formula.sum(parts.stream().map(p -> Formula.bare(p.exact())).toList());
        var total = book.sum(
                "Unrealized P&L in " + currency,
                sum,
                sum,
                FigureBook.equation(formula, sum),
                parts,
                "positions",
                "unrealized",
                currency.code());
        var line = Line.part("Total unrealized");
        if (parts.size() > 1 && parts.size() <= TERMS_SHOWN) {
            line.words(formula.text(sum) + " = ");
        }
        return line.change(total, Numbers.signed(sum)).end();
    }
}
