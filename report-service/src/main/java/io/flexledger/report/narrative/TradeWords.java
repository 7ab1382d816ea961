package io.flexledger.report.narrative;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.bridge.Marks;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.Expiration;
import io.flexledger.report.story.FillFigures;
import io.flexledger.report.story.Happening.TradeGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened, in words addressed to the owner. */
final class TradeWords {

    private TradeWords() {}

    /** What a group did to one instrument: units opened and closed within it, left open by it, closed from before. */
    private static final class Movement {
        private final Instrument instrument;
        private BigDecimal roundTrip = BigDecimal.ZERO;
        private BigDecimal left = BigDecimal.ZERO;
        private int leftSince;
        private BigDecimal closedEarlier = BigDecimal.ZERO;

        private Movement(Instrument instrument) {
            this.instrument = instrument;
        }
    }

    /** A sentence for the heading of a group that both opens and closes; else empty. */
    static String lead(TradeGroup group) {
        boolean opens = group.fills().stream().anyMatch(f -> !f.leg().opened().isZero());
        boolean closes = group.fills().stream().anyMatch(f -> !f.leg().closed().isZero());
        if (!opens || !closes) {
            return "";
        }
        boolean options =
                group.fills().stream().allMatch(f -> f.leg().instrument().isOption());
        return options ? "You adjust your option positions." : "You adjust your positions.";
    }

    static String events(TradeGroup group) {
        if (group.fills().stream().allMatch(FillFigures::closesDelivered)) {
            return covered(group);
        }
        var movements = movements(group).values();
        var left = movements.stream()
                .filter(m -> m.left.signum() != 0)
                .sorted(Comparator.comparingInt(m -> m.leftSince))
                .toList();
        var done = new ArrayList<String>();
        phrase(
                        "open and close",
                        movements.stream()
                                .filter(m -> m.roundTrip.signum() != 0)
                                .map(m -> units(m.roundTrip, m.instrument)))
                .ifPresent(done::add);
        phrase(
                        "buy back",
                        movements.stream()
                                .filter(m -> m.closedEarlier.signum() < 0)
                                .map(m -> units(m.closedEarlier, m.instrument) + priced(group, m.instrument)))
                .ifPresent(done::add);
        phrase(
                        "close",
                        movements.stream()
                                .filter(m -> m.closedEarlier.signum() > 0)
                                .map(m -> units(m.closedEarlier, m.instrument) + priced(group, m.instrument)))
                .ifPresent(done::add);
        phrase(
                        "sell",
                        left.stream()
                                .filter(m -> m.left.signum() < 0)
                                .map(m -> units(m.left, m.instrument) + priced(group, m.instrument)))
                .ifPresent(done::add);
        phrase(
                        "buy",
                        left.stream()
                                .filter(m -> m.left.signum() > 0)
                                .map(m -> units(m.left, m.instrument) + priced(group, m.instrument)))
                .ifPresent(done::add);
        var leaving = left.stream().map(m -> sided(m.left, m.instrument)).toList();
        boolean plain = movements.stream().allMatch(m -> m.roundTrip.signum() == 0 && m.closedEarlier.signum() == 0);
        var sentence = "You " + (done.isEmpty() ? exchanges(group) : String.join(", and ", done));
        return plain || leaving.isEmpty() ? sentence + "." : sentence + ", leaving " + and(leaving) + " open.";
    }

    /** Executions that neither open nor close a position, such as currency exchanges. */
    private static String exchanges(TradeGroup group) {
        return and(group.fills().stream()
                .map(FillFigures::leg)
                .map(leg -> (leg.quantity().signum() > 0 ? "buy " : "sell ")
                        + units(leg.quantity().units(), leg.instrument()) + " at " + Numbers.price(leg.price()))
                .toList());
    }

    private static String covered(TradeGroup group) {
        var parts = group.fills().stream()
                .map(FillFigures::leg)
                .map(leg -> units(leg.quantity().units(), leg.instrument()) + " at " + dollars(leg.price()))
                .toList();
        boolean buys = group.fills().getFirst().leg().quantity().signum() > 0;
        return buys
                ? "You cover the short stock position by buying " + and(parts) + "."
                : "You sell the delivered stock position: " + and(parts) + ".";
    }

    private static Map<String, Movement> movements(TradeGroup group) {
        var own = new HashMap<Object, Movement>();
        var movements = new LinkedHashMap<String, Movement>();
        for (var fill : group.fills()) {
            var leg = fill.leg();
            var movement =
                    movements.computeIfAbsent(leg.instrument().id().value(), _ -> new Movement(leg.instrument()));
            for (Disposal closed : fill.entry().disposals()) {
                var opener = own.get(closed.lot());
                if (opener != null) {
                    opener.roundTrip = opener.roundTrip.add(closed.quantity().units());
                    opener.left = opener.left.subtract(closed.quantity().units());
                } else {
                    movement.closedEarlier =
                            movement.closedEarlier.add(closed.quantity().units());
                }
            }
            if (!leg.opened().isZero()) {
                var signed = leg.opened()
                        .units()
                        .multiply(BigDecimal.valueOf(leg.quantity().signum()));
                movement.leftSince = movement.left.signum() == 0 ? group.fills().indexOf(fill) : movement.leftSince;
                movement.left = movement.left.add(signed);
                own.put(leg.event(), movement);
            }
        }
        return movements;
    }

    private static Optional<String> phrase(String verb, Stream<String> objects) {
        var list = objects.toList();
        return list.isEmpty() ? Optional.empty() : Optional.of(verb + " " + and(list));
    }

    /** The price of shares that were all traded at one; options are told by their premium below. */
    private static String priced(TradeGroup group, Instrument instrument) {
        if (instrument.isOption()) {
            return "";
        }
        var prices = group.fills().stream()
                .map(FillFigures::leg)
                .filter(leg -> leg.instrument().id().equals(instrument.id()))
                .map(Leg::price)
                .distinct()
                .toList();
        return prices.size() == 1 ? " at " + dollars(prices.getFirst()) : "";
    }

    /** For example, {@code $629.45}; other currencies are named. */
    static String dollars(Money price) {
        return price.currency().code().equals("USD")
                ? (price.signum() < 0 ? "-$" + Numbers.price(price.negated()) : "$" + Numbers.price(price))
                : Numbers.price(price) + " " + price.currency();
    }

    /** For example, {@code 1 SPY 626 Put}, {@code 100 shares of SPY}. */
    static String units(BigDecimal units, Instrument instrument) {
        var count = Numbers.count(
                units.abs().stripTrailingZeros().scale() < 0
                        ? units.abs().setScale(0)
                        : units.abs().stripTrailingZeros());
        if (!instrument.assetCategory().equals("STK")) {
            return count + " " + instrument.spoken();
        }
        return count
                + (units.abs().compareTo(BigDecimal.ONE) == 0 ? " share of " : " shares of ")
                + instrument.spoken();
    }

    /** For example, {@code a short SPY 626 Put}, {@code 3 long SPY 630 Calls}, {@code a short position of 100 shares of SPY}. */
    static String sided(BigDecimal units, Instrument instrument) {
        var side = units.signum() < 0 ? "short " : "long ";
        if (!instrument.isOption()) {
            return "a " + side + "position of " + units(units, instrument);
        }
        return units.abs().compareTo(BigDecimal.ONE) == 0
                ? "a " + side + instrument.spoken()
                : Numbers.count(units.abs()) + " " + side + instrument.spoken() + "s";
    }

    /** Side and name, as in a list of open positions. For example, {@code short SPY 626 Put}. */
    static String held(Quantity quantity, Instrument instrument) {
        var side = quantity.signum() < 0 ? "short " : "long ";
        boolean single = instrument.isOption() && quantity.abs().units().compareTo(BigDecimal.ONE) == 0;
        return side + (single ? instrument.spoken() : units(quantity.units(), instrument));
    }

    static String and(List<String> parts) {
        if (parts.size() < 3) {
            return String.join(" and ", parts);
        }
        return parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", ")) + " and "
                + parts.getLast();
    }

    /** What ended after the bell, and what is realized with it. */
    static String ended(List<Expiration> expirations) {
        var spans = new LinkedHashMap<String, List<String>>();
        for (var expiration : expirations) {
            spans.computeIfAbsent(expiration.heading().span(), _ -> new ArrayList<>())
                    .add(expiration.option().instrument());
        }
        var text = new StringBuilder();
        spans.forEach((span, names) -> text.append(and(names))
                .append(names.size() > 1 ? " expire worthless at " : " expires worthless at ")
                .append(span)
                .append(". "));
        boolean sold = expirations.stream().anyMatch(Expiration::wasSold);
        boolean bought = !expirations.stream().allMatch(Expiration::wasSold);
        text.append(sold ? "The premium is now fully realized." : "")
                .append(sold && bought ? " " : "")
                .append(bought ? "What was paid is now fully realized as a loss." : "");
        var marks = expirations.stream()
                .map(expiration -> Recognition.valueOf(expiration.recognition()))
                .flatMap(recognition -> Marks.of(recognition).stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return marks.isEmpty() ? text.toString() : text + " (" + marks + ")";
    }
}
