package io.flexledger.report.bridge;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.BridgeLine.Kind;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.story.BlockTitle;
import io.flexledger.report.story.Happening;
import io.flexledger.report.story.Nav;
import io.flexledger.report.story.RuleSet;
import io.flexledger.report.story.Story;
import io.flexledger.report.story.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day by ECON-1, twice: as steps from the opening value to the close, and as the reasons why the story's calculated
 * value differs from it.
 *
 * @param opening     what both start from
 * @param steps       every change of cash and marked value once, in order
 * @param difference  adds up to the story's closing difference; empty while nobody states a value
 * @param unexplained absent while nobody states a value; against the gateway's while the day runs
 */
public record Bridge(
        Nav opening,
        List<Step> steps,
        List<BridgeLine> difference,
        @Nullable Unexplained unexplained) {

    public Bridge {
        steps = List.copyOf(steps);
        difference = List.copyOf(difference);
    }

    /** A line and the value after it, as printed. */
    public record Step(BridgeLine line, Money after) {}

    public static Bridge of(LedgerDay day, Story story) {
        var told = toldLines(day, story);
        var dayEnd = DayEnd.lines(day);
        var running = Running.lines(day);
        var unexplained = day.statedClose()
                .map(total -> Unexplained.of(
                        day,
                        total.minus(day.opening())
                                .minus(sum(day, told))
                                .minus(sum(day, dayEnd))
                                .minus(sum(day, running))));
        var steps = new ArrayList<>(told);
        steps.addAll(collapsed(day, dayEnd));
        running.stream().filter(BridgeLine::isVisible).forEach(steps::add);
        unexplained.filter(u -> !u.isZero()).map(Bridge::unexplainedLine).ifPresent(steps::add);
        var close = day.statedClose()
                .orElseGet(() -> day.opening().plus(sum(day, told)).plus(sum(day, dayEnd)));
        var rounding = rounding(close.rounded().minus(day.opening().rounded()), steps, day);
        if (rounding.isVisible()) {
            steps.add(rounding);
        }
        var difference = story.difference()
                .map(total -> difference(
                        day,
                        story,
                        total,
                        told,
                        Stream.concat(dayEnd.stream(), running.stream()).toList(),
                        unexplained.orElseThrow()))
                .orElse(List.of());
        return new Bridge(story.opening(), walked(day, steps), difference, unexplained.orElse(null));
    }

    /** What is told, at its effect on cash and marked value; expiries of one session in one line. */
    private static List<BridgeLine> toldLines(LedgerDay day, Story story) {
        var lines = new ArrayList<BridgeLine>();
        var run = new ArrayList<Told>();
        for (var told : story.told()) {
            boolean joins = !run.isEmpty()
                    && told.happening() instanceof Happening.Expiry
                    && run.getLast().happening() instanceof Happening.Expiry
                    && told.session() == run.getLast().session();
            if (!joins && !run.isEmpty()) {
                lines.add(toldLine(day, run));
                run.clear();
            }
            run.add(told);
        }
        if (!run.isEmpty()) {
            lines.add(toldLine(day, run));
        }
        return lines;
    }

    private static BridgeLine toldLine(LedgerDay day, List<Told> run) {
        var entries = run.stream()
                .flatMap(told -> told.happening().entries().stream())
                .toList();
        var amount = day.economic(entries);
        var first = run.getFirst();
        return new BridgeLine(
                kind(first.happening()),
                BlockTitle.of(first, day.date()) + names(run),
                amount,
                formula(entries, amount),
                entries.stream().map(JournalEntry::id).toList(),
                entries.stream().flatMap(e -> Marks.of(e).stream()).distinct().toList());
    }

    private static Kind kind(Happening happening) {
        return switch (happening) {
            case Happening.TradeGroup _ -> Kind.TRADES;
            case Happening.Delivery _ -> Kind.DELIVERY;
            case Happening.Expiry _ -> Kind.EXPIRY;
            case Happening.Cash cash -> cash.detail().external() ? Kind.FLOW : Kind.CASH;
            case Happening.Cancellation _ -> Kind.CANCELLATION;
        };
    }

    private static String names(List<Told> run) {
        var names = new ArrayList<String>();
        for (var told : run) {
            switch (told.happening()) {
                case Happening.Expiry expiry ->
                    names.add(expiry.detail().leg().instrument().spoken());
                case Happening.Delivery delivery ->
                    delivery.detail()
                            .options()
                            .forEach(leg -> names.add(leg.instrument().spoken()));
                case Happening.Cancellation cancelled ->
                    names.add(cancelled.detail().leg().instrument().spoken());
                case Happening.TradeGroup _ -> {}
                case Happening.Cash _ -> {}
            }
        }
        return names.isEmpty() ? "" : ": " + names.stream().distinct().collect(Collectors.joining(", "));
    }

    /** The amounts of all entries in one currency at one rate, where that is all there is. */
    private static @Nullable Formula formula(List<JournalEntry> entries, Money amount) {
        var impacts =
                entries.stream().flatMap(entry -> entry.impacts().stream()).toList();
        if (impacts.isEmpty()
                || impacts.stream().map(i -> i.rate().rate()).distinct().count() != 1) {
            return null;
        }
        var rate = impacts.getFirst().rate();
        if (rate.from().equals(rate.to())
                || !impacts.stream().allMatch(i -> i.amount().currency().equals(rate.from()))) {
            return null;
        }
        var sum = impacts.stream().map(i -> i.amount()).reduce(Money.zero(rate.from()), Money::plus);
        return rate.convert(sum).equals(amount) ? Formula.converted(sum, rate) : null;
    }

    /** Marks of all positions, and translations of all currencies, in one step each. */
    private static List<BridgeLine> collapsed(LedgerDay day, List<BridgeLine> dayEnd) {
        var steps = new ArrayList<BridgeLine>();
        for (var line : dayEnd) {
            boolean joins = line.kind() == Kind.MARK_TO_MARKET || line.kind() == Kind.TRANSLATION;
            if (!joins) {
                steps.add(line);
            } else if (steps.stream().noneMatch(s -> s.kind() == line.kind())) {
                var parts = dayEnd.stream().filter(l -> l.kind() == line.kind()).toList();
                steps.add(parts.size() == 1 ? line : joined(day, line.kind(), parts));
            }
        }
        return steps;
    }

    private static BridgeLine joined(LedgerDay day, Kind kind, List<BridgeLine> parts) {
        return new BridgeLine(
                kind,
                kind == Kind.MARK_TO_MARKET ? "Mark-to-market of open positions" : "FX on balances",
                sum(day, parts),
                null,
                parts.stream().flatMap(p -> p.entries().stream()).toList(),
                parts.stream().flatMap(p -> p.marks().stream()).distinct().toList());
    }

    private static List<BridgeLine> difference(
            LedgerDay day,
            Story story,
            Nav total,
            List<BridgeLine> told,
            List<BridgeLine> dayEnd,
            Unexplained unexplained) {
        var lines = new ArrayList<>(dayEnd);
        if (story.ruleSet() == RuleSet.ALM_1) {
            told.stream()
                    .filter(l -> l.kind() == Kind.DELIVERY || l.kind() == Kind.EXPIRY)
                    .forEach(lines::add);
        }
        story.told().forEach(block -> countedDifferently(day, block).ifPresent(lines::add));
        lines.removeIf(line -> !line.isVisible());
        lines.sort(Comparator.comparing(BridgeLine::kind));
        lines.add(unexplainedLine(unexplained));
        var rounding = rounding(total.shown(), lines, day);
        if (rounding.isVisible()) {
            lines.add(rounding);
        }
        return lines;
    }

    private static Optional<BridgeLine> countedDifferently(LedgerDay day, Told block) {
        boolean counts = block.happening() instanceof Happening.TradeGroup
                || block.happening() instanceof Happening.Cash
                || block.happening() instanceof Happening.Cancellation;
        var economic = day.economic(block.happening().entries());
        var difference = economic.minus(block.impact());
        if (!counts || difference.isZero()) {
            return Optional.empty();
        }
        List<EventId> entries =
                block.happening().entries().stream().map(JournalEntry::id).toList();
        return Optional.of(new BridgeLine(
                Kind.COUNTED_DIFFERENTLY,
                "Counted differently by the story: " + BlockTitle.of(block, day.date()) + ", economic minus told",
                difference,
                Formula.difference(Formula.bare(economic), Formula.bare(block.impact())),
                entries,
                List.of()));
    }

    private static BridgeLine unexplainedLine(Unexplained unexplained) {
        return new BridgeLine(
                Kind.UNEXPLAINED, "Unexplained", unexplained.amount(), null, List.of(), unexplained.findings());
    }

    private static BridgeLine rounding(Money shownTotal, List<BridgeLine> lines, LedgerDay day) {
        var shown = lines.stream().map(l -> l.amount().rounded()).reduce(Money.zero(day.base()), Money::plus);
        return new BridgeLine(
                Kind.ROUNDING, "Rounding of the lines above", shownTotal.minus(shown), null, List.of(), List.of());
    }

    private static List<Step> walked(LedgerDay day, List<BridgeLine> lines) {
        var steps = new ArrayList<Step>();
        var value = day.opening().rounded();
        for (var line : lines) {
            value = value.plus(line.amount().rounded());
            steps.add(new Step(line, value));
        }
        return steps;
    }

    private static Money sum(LedgerDay day, List<BridgeLine> lines) {
        return lines.stream().map(BridgeLine::amount).reduce(Money.zero(day.base()), Money::plus);
    }
}
