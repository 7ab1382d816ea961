package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.USD;
import static java.util.Comparator.comparing;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Naive on purpose: a queue of single units, each with its share of everything. */
final class FifoOracle {

    private record Unit(EventId opener, int side, BigDecimal price, BigDecimal charge) {}

    private record Step(
            EventId id,
            String transaction,
            CanonicalEvent event,
            Quantity quantity,
            Money price,
            Money charge,
            @Nullable EventId takesBack) {}

    private final ArrayDeque<Unit> open = new ArrayDeque<>();

    /** What the fills and cancellations of these instruments realize, in USD. */
    static Money realized(List<CanonicalEvent> events, List<Instrument> instruments) {
        var sum = BigDecimal.ZERO;
        for (var instrument : instruments) {
            var oracle = new FifoOracle();
            for (var step : steps(events, instrument)) {
                sum = sum.add(oracle.take(step, instrument.multiplier()));
            }
        }
        return Money.of(sum, USD);
    }

    private static List<Step> steps(List<CanonicalEvent> events, Instrument instrument) {
        var steps = new ArrayList<Step>();
        var fills = new HashMap<String, EventId>();
        for (var event : events) {
            if (event instanceof Fill fill && fill.instrument().equals(instrument)) {
                fills.put(Objects.requireNonNull(fill.ids().tradeId()), fill.id());
                steps.add(new Step(
                        fill.id(),
                        Objects.requireNonNull(fill.ids().transactionId()),
                        fill,
                        fill.quantity(),
                        fill.price(),
                        fill.charges().commission(),
                        null));
            } else if (event instanceof FillCancelled cancel
                    && cancel.instrument().equals(instrument)) {
                steps.add(new Step(
                        cancel.id(),
                        Objects.requireNonNull(cancel.ids().transactionId()),
                        cancel,
                        cancel.quantity(),
                        cancel.price(),
                        cancel.charges().commission(),
                        fills.get(Objects.requireNonNull(cancel.originalTradeId()))));
            }
        }
        steps.sort(comparing((Step step) -> step.event().occurredAt())
                .thenComparing(step -> Integer.valueOf(step.transaction())));
        return steps;
    }

    private BigDecimal take(Step step, BigDecimal multiplier) {
        int side = step.quantity().signum();
        int count = step.quantity().units().abs().intValueExact();
        var price = step.price().amount().multiply(multiplier);
        var charge =
                step.charge().amount().divide(BigDecimal.valueOf(count), new MathContext(40, RoundingMode.HALF_EVEN));
        var result = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            var unit = closing(side, step.takesBack());
            if (unit == null) {
                open.addLast(new Unit(step.id(), side, price, charge));
            } else {
                var gain = price.subtract(unit.price()).multiply(BigDecimal.valueOf(unit.side()));
                result = result.add(gain).add(charge).add(unit.charge());
            }
        }
        return result;
    }

    private @Nullable Unit closing(int side, @Nullable EventId opener) {
        if (open.isEmpty() || open.getFirst().side() == side) {
            return null;
        }
        var unit = open.stream()
                .filter(candidate -> candidate.opener().equals(opener))
                .findFirst()
                .orElse(open.getFirst());
        open.removeFirstOccurrence(unit);
        return unit;
    }
}
