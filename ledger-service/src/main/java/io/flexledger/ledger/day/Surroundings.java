package io.flexledger.ledger.day;

import static java.util.Comparator.comparing;

import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import io.flexledger.contracts.id.EventId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a day's facts refer to, whichever day that is of.
 *
 * @param optionEvents rows of OptionEAE by the trade id they describe
 * @param fills        among them those that cancellations take back
 * @param positions    whole positions, of later days too
 * @param cash         cash reports over one or more days
 * @param statements   what was read, and which days it covers
 */
public record Surroundings(
        Map<String, OptionEvent> optionEvents,
        List<Fill> fills,
        List<PositionStated> positions,
        List<CashStated> cash,
        List<StatementRead> statements) {

    public Surroundings {
        optionEvents = Map.copyOf(optionEvents);
        fills = List.copyOf(fills);
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
        statements = List.copyOf(statements);
    }

    public static Surroundings of(Iterable<CanonicalEvent> events) {
        var optionEvents = new HashMap<String, OptionEvent>();
        var fills = new ArrayList<Fill>();
        var positions = new ArrayList<PositionStated>();
        var cash = new ArrayList<CashStated>();
        var statements = new ArrayList<StatementRead>();
        for (var event : events) {
            switch (event) {
                case OptionEvent option when option.tradeId() != null -> optionEvents.put(option.tradeId(), option);
                case Fill fill -> fills.add(fill);
                case PositionStated position -> positions.add(position);
                case CashStated report -> cash.add(report);
                case StatementRead read -> statements.add(read);
                default -> {}
            }
        }
        return new Surroundings(optionEvents, Twins.fills(fills), WholePositions.of(positions), cash, statements);
    }

    Surroundings without(Set<EventId> leftOut) {
        return leftOut.isEmpty()
                ? this
                : new Surroundings(
                        optionEvents,
                        fills.stream()
                                .filter(fill -> !leftOut.contains(fill.id()))
                                .toList(),
                        positions,
                        cash,
                        statements);
    }

    /** The fill a cancellation takes back. A rebooking has the same trade id, and comes later than the original. */
    public @Nullable Fill original(FillCancelled cancel) {
        return fills.stream()
                .filter(fill ->
                        fill.instrument().id().equals(cancel.instrument().id()))
                .filter(isMeantBy(cancel))
                .min(comparing(Fill::occurredAt))
                .orElse(null);
    }

    private static Predicate<Fill> isMeantBy(FillCancelled cancel) {
        return fill -> cancel.originalTransactionId() != null
                ? cancel.originalTransactionId().equals(fill.ids().transactionId())
                : cancel.originalTradeId() != null
                        && cancel.originalTradeId().equals(fill.ids().tradeId())
                        && cancel.quantity().negated().equals(fill.quantity());
    }

    /** Whether a day is known only as part of a longer statement, which states balances at its last day alone. */
    boolean isWithinAPeriod(LocalDate day) {
        var covering = statements.stream()
                .filter(read -> !read.from().isAfter(day) && !read.to().isBefore(day))
                .toList();
        return !covering.isEmpty()
                && covering.stream().noneMatch(read -> read.from().equals(read.to()));
    }
}
