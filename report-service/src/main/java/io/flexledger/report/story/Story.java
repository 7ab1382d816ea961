package io.flexledger.report.story;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.LedgerDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A day by one rule set: from the opening value through what happened to a calculated value, and what the official close differs
 * from it.
 *
 * @param opening what the day starts from
 * @param told    in order
 */
public record Story(LedgerDay day, RuleSet ruleSet, Nav opening, List<Told> told) {

    public Story {
        told = List.copyOf(told);
    }

    /** What the closing difference is called. */
    public enum CloseKind {
        /** Positions are open: most of it is their marks. */
        MARK_TO_MARKET,
        /** Nothing is open. */
        RECONCILIATION
    }

    public static Story tell(LedgerDay day, MarketCalendar calendar, StoryRules rules) {
        var nav = Nav.of(day.opening());
        var opening = nav;
        var told = new ArrayList<Told>();
        for (var happening : Grouping.of(day, calendar, rules)) {
            var impact = switch (rules.ruleSet()) {
                case ALM_1 -> happening.impact(day.base());
                case ECON_1 -> day.economic(happening.entries());
            };
            var after = nav.plus(impact);
            var session =
                    calendar.session(day.date(), happening.entries().getFirst().occurredAt());
            told.add(new Told(told.size() + 1, session, happening, impact, nav, after));
            nav = after;
        }
        return new Story(day, rules.ruleSet(), opening, told);
    }

    /** After everything told. */
    public Nav calculated() {
        return told.isEmpty() ? opening : told.getLast().after();
    }

    /** At 09:30: after what happened overnight and before the market opened. */
    public Nav atOpen() {
        return told.stream()
                .filter(block -> block.session().isBeforeOpen())
                .reduce((first, second) -> second)
                .map(Told::after)
                .orElse(opening);
    }

    /** The broker's closing value, or the gateway's while the day runs. */
    public Optional<Nav> stated() {
        return day.statedClose().map(Nav::of);
    }

    public CloseKind closeKind() {
        return day.holdings().isEmpty() ? CloseKind.RECONCILIATION : CloseKind.MARK_TO_MARKET;
    }

    /** Stated minus calculated, exact and as printed; empty while nobody states a value. */
    public Optional<Nav> difference() {
        return stated().map(nav -> new Nav(
                nav.exact().minus(calculated().exact()),
                nav.shown().minus(calculated().shown())));
    }

    /** What the story counted of the whole day, in base, unrounded. */
    public Money toldTotal() {
        return calculated().exact().minus(opening.exact());
    }
}
