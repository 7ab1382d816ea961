package io.flexledger.report.narrative;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.calendar.Session;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.report.bridge.Bridge;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.Expiration;
import io.flexledger.report.narrative.Block.Heading;
import io.flexledger.report.narrative.DayReport.NavStep;
import io.flexledger.report.narrative.DayReport.PreviousClose;
import io.flexledger.report.story.BlockTitle;
import io.flexledger.report.story.Happening;
import io.flexledger.report.story.Happening.TradeGroup;
import io.flexledger.report.story.Story;
import io.flexledger.report.story.StoryRules;
import io.flexledger.report.story.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns a day into its report: previous official close, what happened overnight and before the bell, the open, the
 * groups of the day in order, the close with its bridge. What happened after the bell is told before the closing value
 * that contains it.
 */
public final class Narrator {

    private final LedgerDay day;
    private final Clocks clocks;
    private final MarketCalendar calendar;
    private final Story story;
    private final Bridge bridge;
    private final FigureBook book;
    private final List<NavStep> steps = new ArrayList<>();

    private Narrator(LedgerDay day, Clocks clocks, MarketCalendar calendar, Story story) {
        this.day = day;
        this.clocks = clocks;
        this.calendar = calendar;
        this.story = story;
        this.bridge = Bridge.of(day, story);
        this.book = new FigureBook(day);
    }

    public static DayReport report(LedgerDay day, Clocks clocks, StoryRules rules) {
        var calendar = new MarketCalendar(clocks.market());
        return new Narrator(day, clocks, calendar, Story.tell(day, calendar, rules)).report();
    }

    private DayReport report() {
        var opening = openingFigure();
        var previous = previousClose(opening);
        var overnight = new ArrayList<Block>();
        var early = new ArrayList<Block>();
        var later = new ArrayList<Block>();
        var expirations = new ArrayList<Expiration>();
        steps.add(new NavStep("start", "Start", "", opening.amount(), false));
        var running = opening;
        var atOpen = opening;
        for (var told : story.told()) {
            var block = block(told, running);
            running = after(block, running);
            atOpen = told.session().isBeforeOpen() ? running : atOpen;
            if (block instanceof Expiration expiration && told.session() == Session.AFTER_CLOSE) {
                expirations.add(expiration);
                continue;
            }
            steps.add(NavStep.of(block, running));
            var section = switch (told.session()) {
                case OVERNIGHT -> overnight;
                case PRE_MARKET -> early;
                case INTRADAY, AFTER_CLOSE -> later;
            };
            section.add(block);
        }
        var blocks = new ArrayList<Block>(early);
        var open = new OpenTelling(day, book, clocks, calendar);
        if (open.isDue() || (!later.isEmpty() && calendar.isTradingDay(day.date()))) {
            blocks.add(open.tell(opening, atOpen));
        }
        blocks.addAll(later);
        var calculated = calculatedFigure(running);
        blocks.add(close(opening, calculated, expirations));
        var sections = new ArrayList<Section>();
        if (!overnight.isEmpty()) {
            sections.add(new Section.Overnight(overnightTitle(), overnight));
        }
        sections.add(new Section.TradingDay(day.date(), dayTitle(), blocks));
        new HandOverTelling(day, book, clocks).section().ifPresent(sections::add);
        return new DayReport(
                day.account(),
                day.date(),
                story.ruleSet().spoken(),
                day.base(),
                clocks,
                day.official() == null,
                notes(),
                previous,
                sections,
                steps,
                book.all());
    }

    private Figure openingFigure() {
        var source = day.openingSource();
        boolean previousDay = source == LedgerDay.OpeningSource.PREVIOUS_OFFICIAL;
        var kind = source == LedgerDay.OpeningSource.CALCULATED ? Kind.CALCULATED : Kind.OFFICIAL;
        var text = switch (source) {
            case STARTING_VALUE -> "the broker's starting value of the day";
            case PREVIOUS_OFFICIAL -> "the broker's total of the report day before";
            case CALCULATED -> "the ledger's own value at the end of the report day before";
            case UNKNOWN -> "not provided: the day is told as changes from zero";
        };
        return book.stated("Net asset value at the start", day.opening(), kind, previousDay, text, "story", "opening");
    }

    private PreviousClose previousClose(Figure opening) {
        var previous = day.previous();
        var date = previous == null ? null : previous.date();
        var label = date == null ? "Previous official close" : "Previous official close (" + Clocks.day(date) + ")";
        var line = Line.main(label);
        var stated = day.previousOfficial();
        var figure = switch (day.openingSource()) {
            case STARTING_VALUE, PREVIOUS_OFFICIAL -> opening;
            case CALCULATED, UNKNOWN -> null;
        };
        if (figure == null) {
            boolean own = day.openingSource() == LedgerDay.OpeningSource.CALCULATED;
            line.words(own ? "not provided; the story starts from " : "no statement tells it; the story counts from ")
                    .figure(opening, Numbers.amount(opening.shown()))
                    .words(own ? ", the ledger's own value" : "");
        } else {
            line.value(figure, Numbers.amount(figure.shown()));
            if (stated.isEmpty()) {
                line.words(", as the broker's starting value states it");
            } else if (!stated.get().rounded().equals(figure.shown())) {
                line.words(", the broker's starting value; the close of that day was " + Numbers.amount(stated.get()));
            }
        }
        return new PreviousClose(date, figure, line.end());
    }

    private Block block(Told told, Figure before) {
        var heading = heading(told);
        var bookings = new BookingTelling(book, clocks);
        return switch (told.happening()) {
            case TradeGroup group ->
                new TradeTelling(book, clocks, told, group, told.impact().minus(told.impact())).tell(heading, before);
            case Happening.Delivery delivery -> bookings.delivery(heading, told, delivery, before);
            case Happening.Expiry expiry -> bookings.expiry(heading, told, expiry, before);
            case Happening.Cash cash -> bookings.cash(heading, told, cash, before);
            case Happening.Cancellation cancelled -> bookings.cancellation(heading, told, cancelled, before);
        };
    }

    private Heading heading(Told told) {
        var timed = told.happening().entries().getFirst().timed();
        var span =
                timed ? clocks.span(told.start(), told.end()) : clocks.date(told.start()) + ", no time of day stated";
        var when = timed ? clocks.heading(told.start(), told.end(), day.date()) : span;
        return new Heading(
                "block-" + told.number(),
                BlockTitle.of(told, day.date()),
                span,
                when,
                told.happening() instanceof TradeGroup group ? TradeWords.lead(group) : "",
                clocks.at(told.start()),
                clocks.at(told.end()));
    }

    private static Figure after(Block block, Figure before) {
        return switch (block) {
            case Block.Trades trades -> trades.navAfter();
            case Block.Delivery delivery -> delivery.navAfter();
            case Expiration expiration -> expiration.navAfter();
            case Block.CashMovement cash -> cash.navAfter();
            case Block.Cancellation cancellation -> cancellation.navAfter();
            case Block.MarketOpen _ -> before;
            case Block.MarketClose _ -> before;
            case Block.HandedOver _ -> before;
        };
    }

    private Figure calculatedFigure(Figure running) {
        return book.sum(
                "Calculated net asset value at the close",
                running.shown(),
                running.exact(),
                running.derivation().formula(),
                List.of(running),
                "story",
                "close",
                "calculated");
    }

    private Block.MarketClose close(Figure opening, Figure calculated, List<Expiration> expirations) {
        boolean trading = calendar.isTradingDay(day.date());
        var telling = new CloseTelling(day, story, book, clocks, calendar);
        var at = day.running()
                .filter(_ -> !trading || !telling.isOver())
                .map(NavSnapshot::asOf)
                .orElse(calendar.close(day.date()));
        var heading = new Heading(
                "close",
                telling.isOver() ? trading ? "Market Close" : "End of Report Day" : "Now",
                clocks.span(at, at),
                clocks.heading(at, at, day.date()),
                calendar.isHalfDay(day.date()) ? "Half-day: the market closes early." : "",
                clocks.at(at),
                clocks.at(at));
        var block = telling.tell(heading, opening, calculated, expirations, bridge);
        steps.add(NavStep.of(block, block.closingNav()));
        return block;
    }

    private String overnightTitle() {
        var from = calendar.previousTradingDay(day.date());
        return "Overnight Period (" + Clocks.day(from) + " Close to " + Clocks.day(day.date())
                + (calendar.isTradingDay(day.date()) ? " Open)" : ")");
    }

    private String dayTitle() {
        return (calendar.isTradingDay(day.date()) ? "US Trading Day: " : "US Market Holiday: ")
                + Clocks.longDay(day.date());
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (day.official() == null) {
            notes.add("Provisional: the broker's official net asset value of this day has not arrived.");
        }
        Stream.of(day.official(), day.calculated(), day.running().orElse(null))
                .filter(snapshot -> snapshot != null)
                .flatMap(snapshot -> snapshot.caveats().stream())
                .map(Caveat::text)
                .distinct()
                .forEach(notes::add);
        return notes;
    }
}
