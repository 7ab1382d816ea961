package io.flexledger.report.narrative;

import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.Bridge;
import io.flexledger.report.bridge.Marks;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.Expiration;
import io.flexledger.report.narrative.Block.Heading;
import io.flexledger.report.narrative.Block.OpenPosition;
import io.flexledger.report.story.Nav;
import io.flexledger.report.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells the close: what ended, what stays open and at which marks, the official value, and what it differs by. */
final class CloseTelling {

    private static final int TERMS_SHOWN = 6;

    private final LedgerDay day;
    private final Story story;
    private final FigureBook book;
    private final boolean marketOpen;

    CloseTelling(LedgerDay day, Story story, FigureBook book, boolean marketOpen) {
        this.day = day;
        this.story = story;
        this.book = book;
        this.marketOpen = marketOpen;
    }

    Block.MarketClose tell(
            Heading heading, Figure opening, Figure calculated, List<Expiration> expirations, Bridge bridge) {
        var official = day.officialClose()
                .map(total -> book.stated(
                        "Official closing net asset value",
                        total,
                        Kind.OFFICIAL,
                        false,
                        "the broker's total of the day",
                        "story",
                        "close",
                        "official"))
                .orElse(null);
        var ledger = official == null ? ledgerFigure() : null;
        var difference = story.difference()
                .map(nav -> difference(nav, official, calculated))
                .orElse(null);
        var positions = day.holdings().stream().map(this::position).toList();
        return new Block.MarketClose(
                heading,
                official,
                calculated,
                ledger,
                story.closeKind().name(),
                positions,
                difference,
                expirations,
                new BridgeTelling(book).table(bridge, opening, day.caveats()),
                lines(official, ledger, calculated, difference, positions, expirations));
    }

    private Figure difference(Nav nav, @Nullable Figure official, Figure calculated) {
        var parts =
                Optional.ofNullable(official).map(o -> List.of(o, calculated)).orElse(List.of(calculated));
        return book.sum(
                story.closeKind() == Story.CloseKind.MARK_TO_MARKET
                        ? "Mark-to-market of open positions"
                        : "Reconciliation difference",
                nav.shown(),
                nav.exact(),
                official == null ? "" : subtraction(official, calculated) + " = " + Numbers.amount(nav.shown()),
                parts,
                "story",
                "close",
                "difference");
    }

    private static String subtraction(Figure official, Figure calculated) {
        return Formula.difference(Formula.bare(official.shown()), Formula.bare(calculated.shown()))
                .text(Formula.Digits.CENTS);
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
                Kind.CALCULATED,
                false,
                FigureBook.equation(Formula.product(units, price, multiplier), holding.value()),
                "positions",
                id,
                "value");
        var gain = holding.value().minus(holding.costBasis());
        var unrealized = book.stated(
                "Unrealized P&L of " + instrument.spoken(),
                gain,
                Kind.CALCULATED,
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

    private @Nullable Figure ledgerFigure() {
        var snapshot = day.calculated();
        return snapshot == null
                ? null
                : book.stated(
                        "Calculated closing net asset value",
                        snapshot.total(),
                        Kind.CALCULATED,
                        false,
                        "the ledger's own value with the marks and rates of the close",
                        "story",
                        "close",
                        "ledger");
    }

    private List<Line> lines(
            @Nullable Figure official,
            @Nullable Figure ledger,
            Figure calculated,
            @Nullable Figure difference,
            List<OpenPosition> positions,
            List<Expiration> expirations) {
        var lines = new ArrayList<Line>();
        lines.add(Line.main("Event").words(event(expirations)).end());
        expirations.stream()
                .filter(expiration -> !expiration.impact().shown().isZero())
                .map(expiration -> Line.part(expiration.option().instrument() + " ends")
                        .result(
                                expiration.impact(),
                                Numbers.signed(expiration.impact().shown()))
                        .end())
                .forEach(lines::add);
        if (!positions.isEmpty()) {
            lines.addAll(positionLines(positions));
        }
        if (official == null || difference == null) {
            lines.add(Line.main("Official Closing NAV")
                    .words("not provided: the broker's statement of this day is missing.")
                    .end());
            lines.add(provisionalLine(ledger, calculated));
            return lines;
        }
        if (story.closeKind() == Story.CloseKind.MARK_TO_MARKET) {
            lines.add(Line.main("Mark-to-Market P&L")
                    .words("What the close adds to the story, most of it the marks of these positions; the bridge below"
                            + " itemises it.")
                    .end());
            lines.add(equation(Line.part("Unrealized P&L"), official, calculated, difference, "= "));
            lines.add(officialLine(official));
        } else {
            lines.add(officialLine(official));
            lines.add(equation(
                    Line.main("Reconciliation"),
                    official,
                    calculated,
                    difference,
                    "The difference between our calculated NAV and the official one is "));
        }
        return lines;
    }

    private static Line provisionalLine(@Nullable Figure ledger, Figure calculated) {
        var line = Line.main("Calculated Closing NAV");
        if (ledger == null || ledger.shown().equals(calculated.shown())) {
            return line.value(calculated, Numbers.amount(calculated.shown()))
                    .words(" (provisional)")
                    .end();
        }
        return line.value(ledger, Numbers.amount(ledger.shown()))
                .words(" (provisional), with the marks and rates of the close; the story alone comes to ")
                .figure(calculated, Numbers.amount(calculated.shown()))
                .words(".")
                .end();
    }

    private static Line equation(
            Line.Builder line, Figure official, Figure calculated, Figure difference, String words) {
        return line.words(words.equals("= ") ? "(" : words)
                .figure(official, Numbers.plain(official.shown()))
                .words(" - ")
                .figure(calculated, Numbers.plain(calculated.shown()))
                .words(words.equals("= ") ? ") = " : " = ")
                .result(difference, Numbers.signed(difference.shown()))
                .words(words.equals("= ") ? "" : ", which the bridge below itemises.")
                .end();
    }

    private static Line officialLine(Figure official) {
        return Line.main("Closing NAV")
                .value(official, Numbers.amount(official.shown()))
                .words(", official")
                .end();
    }

    private String event(List<Expiration> expirations) {
        var text = new StringBuilder(
                marketOpen ? "The market closes." : "The market is closed; the broker still reports the day.");
        if (!expirations.isEmpty()) {
            text.append(' ').append(TradeWords.ended(expirations));
        }
        var open = day.holdings().stream()
                .map(h -> TradeWords.held(h.quantity(), h.instrument()))
                .toList();
        if (open.isEmpty()) {
            return text.append(" Nothing is open.").toString();
        }
        return text.append(open.size() > 1 ? " Your open positions (" : " Your open position (")
                .append(String.join(", ", open))
                .append(open.size() > 1 ? ") are marked to the closing prices." : ") is marked to the closing price.")
                .toString();
    }

    private List<Line> positionLines(List<OpenPosition> positions) {
        var lines = new ArrayList<Line>();
        lines.add(Line.main("Open positions")
                .words("at the closing prices, with what they have made since they were opened:")
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
