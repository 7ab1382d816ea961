package io.flexledger.report.narrative;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.report.bridge.Bridge;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.Expiration;
import io.flexledger.report.narrative.Block.Heading;
import io.flexledger.report.story.Nav;
import io.flexledger.report.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the close: what ended, what stays open and at which marks, the official value, and what it differs by. */
final class CloseTelling {

    private final LedgerDay day;
    private final Story story;
    private final FigureBook book;
    private final Clocks clocks;
    private final MarketCalendar calendar;

    CloseTelling(LedgerDay day, Story story, FigureBook book, Clocks clocks, MarketCalendar calendar) {
        this.day = day;
        this.story = story;
        this.book = book;
        this.clocks = clocks;
        this.calendar = calendar;
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
        var live = day.running().map(value -> liveFigure(value)).orElse(null);
        var ledger = official == null ? ledgerFigure() : null;
        var stated = official == null ? live : official;
        var difference = story.difference()
                .map(nav -> difference(nav, stated, calculated))
                .orElse(null);
        var telling = new PositionTelling(day, book);
        var positions = telling.positions();
        return new Block.MarketClose(
                heading,
                official,
                calculated,
                live,
                ledger,
                story.closeKind().name(),
                positions,
                difference,
                expirations,
                new BridgeTelling(book, live != null).table(bridge, opening, day.caveats()),
                lines(
                        new Values(official, live, ledger, calculated),
                        difference,
                        telling.lines(positions),
                        expirations));
    }

    /** Who says what the account is worth at the end, as figures. */
    private record Values(
            @Nullable Figure official,
            @Nullable Figure live,
            @Nullable Figure ledger,
            Figure calculated) {}

    private Figure liveFigure(NavSnapshot live) {
        return book.stated(
                "Live net asset value",
                live.total(),
                Kind.LIVE,
                false,
                "the gateway's total as of " + clocks.precise(live.asOf()),
                "story",
                "close",
                "live");
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
            Values values, @Nullable Figure difference, List<Line> positions, List<Expiration> expirations) {
        var official = values.official();
        var calculated = values.calculated();
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
        lines.addAll(positions);
        if (official == null || difference == null) {
            lines.addAll(withoutOfficial(values, difference));
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

    private List<Line> withoutOfficial(Values values, @Nullable Figure difference) {
        var lines = new ArrayList<Line>();
        var live = values.live();
        if (live != null && difference != null) {
            lines.add(Line.main("Live NAV")
                    .value(live, Numbers.amount(live.shown()))
                    .words(" as of "
                            + day.running()
                                    .map(value -> clocks.precise(value.asOf()))
                                    .orElseThrow() + ", stated by the gateway (provisional)")
                    .end());
            lines.add(equation(
                    Line.part("Since the story"),
                    live,
                    values.calculated(),
                    difference,
                    "The gateway's value differs by "));
        }
        lines.add(Line.main("Official Closing NAV")
                .words(
                        live == null
                                ? "not provided: the broker's statement of this day is missing."
                                : "not provided yet: the broker's statement of this day has not come.")
                .end());
        lines.add(provisionalLine(values.ledger(), values.calculated(), live != null));
        return lines;
    }

    private static Line provisionalLine(@Nullable Figure ledger, Figure calculated, boolean runs) {
        var line = Line.main(runs ? "Calculated NAV" : "Calculated Closing NAV");
        if (ledger == null || ledger.shown().equals(calculated.shown())) {
            return line.value(calculated, Numbers.amount(calculated.shown()))
                    .words(" (provisional)")
                    .end();
        }
        return line.value(ledger, Numbers.amount(ledger.shown()))
                .words(" (provisional), with the marks and rates " + (runs ? "the ledger has" : "of the close")
                        + "; the story alone comes to ")
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
        var text = new StringBuilder(occasion());
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
                .append(
                        day.running().isPresent()
                                ? open.size() > 1 ? ") are marked by the gateway." : ") is marked by the gateway."
                                : open.size() > 1
                                        ? ") are marked to the closing prices."
                                        : ") is marked to the closing price.")
                .toString();
    }

    private String occasion() {
        if (!calendar.isTradingDay(day.date())) {
            return day.running().isPresent()
                    ? "The market is closed."
                    : "The market is closed; the broker still reports the day.";
        }
        return isOver() ? "The market closes." : "The day is not over.";
    }

    /** Whether all there is to tell is of after the closing bell. */
    boolean isOver() {
        return day.running()
                .map(live -> !live.asOf().isBefore(calendar.close(day.date())))
                .orElse(true);
    }
}
