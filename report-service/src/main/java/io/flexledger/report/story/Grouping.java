package io.flexledger.report.story;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.report.calendar.MarketCalendar;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.story.Happening.TradeGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts a day into happenings. A run of consecutive fills belongs together while the session stays the same and no pause
 * is longer than the window; anything else that is told ends the run, so that the running value stays in time order. A
 * run in several currencies becomes one group per currency, in the order of their first fills, since only amounts of
 * one currency can be added before they are converted.
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
        return Duration.between(before, at).compareTo(rules.window()) <= 0
                && calendar.session(day.date(), before).sameAs(calendar.session(day.date(), at))
                && (!rules.sameUnderlying()
                        || underlying(last.leg().instrument())
                                .equals(underlying(next.leg().instrument())));
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
        run.stream()
                .map(fill -> fill.charges().currency())
                .distinct()
                .map(currency -> new TradeGroup(
                        currency,
                        run.stream()
                                .filter(fill -> fill.charges().currency().equals(currency))
                                .collect(Collectors.toList())))
                .forEach(happenings::add);
        run.clear();
    }
}
