package io.flexledger.report.story;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.story.Happening.TradeGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Cuts a day into happenings. A run of consecutive fills belongs together while the session stays the same and no pause
 * is longer than the window; anything else that is told ends the run, so that the running value stays in time order. A
 * run in several currencies becomes groups of one currency each, since only amounts of one currency can be added before
 * they are converted; so it does for underlyings, where the rules say so. Groups stand in the order of their first fills.
 */
final class Grouping {

    private final LedgerDay day;
    private final MarketCalendar calendar;
    private final StoryRules rules;
    private final Alm1 alm1;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<FillFigures> run = new ArrayList<>();

    private Grouping(LedgerDay day, MarketCalendar calendar, StoryRules rules) {
        this.day = day;
        this.calendar = calendar;
        this.rules = rules;
        this.alm1 = new Alm1(day);
    }

    static List<Happening> of(LedgerDay day, MarketCalendar calendar, StoryRules rules) {
        var grouping = new Grouping(day, calendar, rules);
        day.entries().forEach(grouping::add);
        grouping.endRun();
        return List.copyOf(grouping.happenings);
    }

    private void add(JournalEntry entry) {
        switch (entry.detail()) {
            case EntryDetail.Traded(var leg) ->
                addFill(
                        switch (rules.ruleSet()) {
                            case ALM_1 -> alm1.figures(entry, leg);
                            case ECON_1 -> alm1.economic(entry, leg);
                        });
            case EntryDetail.Cancelled cancelled -> tell(new Happening.Cancellation(entry, cancelled));
            case EntryDetail.Expired expired -> tell(new Happening.Expiry(entry, expired));
            case EntryDetail.Delivered delivered -> tell(new Happening.Delivery(entry, delivered));
            case EntryDetail.CashBooked cash -> tell(new Happening.Cash(entry, cash));
            // The close values these; the bridge itemises them.
            case EntryDetail.Opening _ -> {}
            case EntryDetail.InterestAccrued _ -> {}
            case EntryDetail.StatedOnly _ -> {}
            case EntryDetail.Marked _ -> {}
            case EntryDetail.Translated _ -> {}
        }
    }

    private void tell(Happening happening) {
        endRun();
        happenings.add(happening);
    }

    private void addFill(FillFigures fill) {
        if (!run.isEmpty() && !continues(run.getLast(), fill)) {
            endRun();
        }
        run.add(fill);
    }

    private boolean continues(FillFigures last, FillFigures next) {
        var before = last.entry().occurredAt();
        var at = next.entry().occurredAt();
        return isWithinWindow(last, next)
                && calendar.session(day.date(), before).sameAs(calendar.session(day.date(), at));
    }

    private boolean isWithinWindow(FillFigures last, FillFigures next) {
        return Duration.between(last.entry().occurredAt(), next.entry().occurredAt())
                        .compareTo(rules.window())
                <= 0;
    }

    /** What the fills of one group have in common. */
    private record Common(CurrencyCode currency, String underlying) {}

    private Common common(FillFigures fill) {
        return new Common(
                fill.charges().currency(),
                rules.sameUnderlying() ? underlying(fill.leg().instrument()) : "");
    }

    private static String underlying(Instrument instrument) {
        var option = instrument.option();
        if (option == null) {
            return instrument.symbol();
        }
        return option.underlyingSymbol() != null
                ? option.underlyingSymbol()
                : instrument.symbol().split(" ", 2)[0];
    }

    private void endRun() {
        var groups = new ArrayList<List<FillFigures>>();
        var open = new HashMap<Common, List<FillFigures>>();
        for (var fill : run) {
            var common = common(fill);
            var group = open.get(common);
            if (group == null || !isWithinWindow(group.getLast(), fill)) {
                group = new ArrayList<>();
                groups.add(group);
                open.put(common, group);
            }
            group.add(fill);
        }
        groups.forEach(group ->
                happenings.add(new TradeGroup(group.getFirst().charges().currency(), group)));
        run.clear();
    }
}
