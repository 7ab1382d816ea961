package io.flexledger.report.narrative;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.Heading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the opening bell: the broker's starting value, and what it does not yet include. */
final class OpenTelling {

    private final LedgerDay day;
    private final FigureBook book;
    private final Clocks clocks;
    private final MarketCalendar calendar;

    OpenTelling(LedgerDay day, FigureBook book, Clocks clocks, MarketCalendar calendar) {
        this.day = day;
        this.book = book;
        this.clocks = clocks;
        this.calendar = calendar;
    }

    /** Not on a holiday, and not while the day has not come that far. */
    boolean isDue() {
        return calendar.isTradingDay(day.date())
                && day.running()
                        .map(live -> !live.asOf().isBefore(calendar.open(day.date())))
                        .orElse(true);
    }

    Block.MarketOpen tell(Figure opening, Figure atOpen) {
        var at = calendar.open(day.date());
        var calculated = book.sum(
                "Calculated net asset value at the open",
                atOpen.shown(),
                atOpen.exact(),
                atOpen.derivation().formula(),
                List.of(atOpen),
                "story",
                "open",
                "calculated");
        var official = switch (day.openingSource()) {
            case STARTING_VALUE, PREVIOUS_OFFICIAL -> opening;
            case CALCULATED, UNKNOWN -> null;
        };
        var lines = new ArrayList<Line>();
        if (official != null && official.shown().equals(calculated.shown())) {
            lines.add(Line.main("Opening NAV")
                    .value(calculated, Numbers.amount(calculated.shown()))
                    .words(", official (the broker's starting value) and calculated")
                    .end());
        } else {
            lines.add(openingLine(calculated));
            lines.add(officialLine(official));
        }
        return new Block.MarketOpen(
                new Heading(
                        "open",
                        "Market Open",
                        clocks.span(at, at),
                        clocks.heading(at, at, day.date()),
                        "The day begins.",
                        clocks.at(at),
                        clocks.at(at)),
                official,
                calculated,
                lines);
    }

    private Line openingLine(Figure calculated) {
        if (day.openingSource() == LedgerDay.OpeningSource.UNKNOWN) {
            return Line.main("Opening NAV")
                    .words("not known; the story counts from ")
                    .value(calculated, Numbers.amount(calculated.shown()))
                    .end();
        }
        return Line.main("Calculated Opening NAV")
                .words("Your true opening NAV is ")
                .value(calculated, Numbers.amount(calculated.shown()))
                .words(", reflecting what happened overnight and before the open.")
                .end();
    }

    private static Line officialLine(@Nullable Figure official) {
        var line = Line.main("Official Opening NAV");
        if (official == null) {
            return line.words("not provided").end();
        }
        return line.value(official, Numbers.amount(official.shown()))
                .words(", the broker's starting value, which does not yet include it.")
                .end();
    }
}
