package io.flexledger.testing.statement.account;

import io.flexledger.testing.statement.account.Fill.Effect;
import io.flexledger.testing.statement.account.Lot.Closing;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The open lots of an account, matched first in first out, long and short. */
final class LotBook {

    private final Map<Instrument, Deque<Lot>> lots = new LinkedHashMap<>();

    BigDecimal quantity(Instrument instrument) {
        return open(instrument).stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Lot> all() {
        return lots.values().stream().flatMap(Deque::stream).toList();
    }

    private Deque<Lot> open(Instrument instrument) {
        return lots.getOrDefault(instrument, new ArrayDeque<>());
    }

    /** What a fill did: its figures for the trade row, and the cost of an option that now belongs to the shares. */
    record Match(Effect effect, BigDecimal cost, BigDecimal realized, List<Closing> closings, BigDecimal surrendered) {}

    /**
     * Closes the oldest opposite lots and opens a lot with the rest.
     *
     * @param rolledCost cost of the option that became these shares, zero otherwise; it enters the basis, not the row's cost
     */
    Match match(Execution execution, BigDecimal rolledCost, Lot.Opening opening) {
        Deque<Lot> queue = lots.computeIfAbsent(execution.instrument(), _ -> new ArrayDeque<>());
        List<Lot> closed = close(queue, execution.quantity());
        BigDecimal closedUnits =
                sum(closed.stream().map(Lot::quantity).toList()).negate();
        BigDecimal openedUnits = execution.quantity().subtract(closedUnits);

        BigDecimal netCash = execution.netCash();
        BigDecimal closingCash = Allocation.share(netCash, closedUnits, execution.quantity());
        BigDecimal closingRoll = Allocation.share(rolledCost, closedUnits, execution.quantity());
        BigDecimal openingCash = netCash.subtract(closingCash);
        BigDecimal closedCost = sum(closed.stream().map(Lot::cost).toList());

        List<Closing> closings = execution.surrendersOption()
                ? closed.stream().map(lot -> new Closing(lot, BigDecimal.ZERO)).toList()
                : realize(closed, closingCash.subtract(closingRoll), closedUnits.negate());
        if (openedUnits.signum() != 0) {
            BigDecimal basis = openingCash.negate().add(rolledCost.subtract(closingRoll));
            queue.addLast(new Lot(execution.instrument(), openedUnits, basis, opening));
        }
        if (queue.isEmpty()) {
            lots.remove(execution.instrument());
        }
        return new Match(
                effect(closedUnits, openedUnits),
                closedCost.add(openingCash).negate(),
                sum(closings.stream().map(Closing::realized).toList()),
                closings,
                execution.surrendersOption() ? closedCost : BigDecimal.ZERO);
    }

    private static List<Lot> close(Deque<Lot> queue, BigDecimal quantity) {
        List<Lot> closed = new ArrayList<>();
        BigDecimal rest = quantity;
        while (rest.signum() != 0
                && !queue.isEmpty()
                && queue.getFirst().quantity().signum() == -rest.signum()) {
            Lot oldest = queue.removeFirst();
            if (oldest.quantity().abs().compareTo(rest.abs()) <= 0) {
                closed.add(oldest);
                rest = rest.add(oldest.quantity());
            } else {
                Lot part = oldest.part(rest.negate());
                closed.add(part);
                queue.addFirst(oldest.without(part));
                rest = BigDecimal.ZERO;
            }
        }
        return closed;
    }

    /** Spreads the closing cash over the lots by units; the last one takes the rounding. */
    private static List<Closing> realize(List<Lot> closed, BigDecimal cash, BigDecimal units) {
        List<Closing> closings = new ArrayList<>();
        BigDecimal cashLeft = cash;
        BigDecimal unitsLeft = units;
        for (Lot lot : closed) {
            BigDecimal share = Allocation.share(cashLeft, lot.quantity(), unitsLeft);
            closings.add(new Closing(lot, share.subtract(lot.cost())));
            cashLeft = cashLeft.subtract(share);
            unitsLeft = unitsLeft.subtract(lot.quantity());
        }
        return closings;
    }

    private static Effect effect(BigDecimal closedUnits, BigDecimal openedUnits) {
        if (closedUnits.signum() == 0) {
            return Effect.OPEN;
        }
        return openedUnits.signum() == 0 ? Effect.CLOSE : Effect.CLOSE_AND_OPEN;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
