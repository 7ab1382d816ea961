package io.flexledger.ledger.day;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a day's facts refer to, whichever day that is of.
 *
 * @param optionEvents rows of OptionEAE by the trade id they describe
 * @param fills        among them those that cancellations take back
 */
public record Surroundings(Map<String, OptionEvent> optionEvents, List<Fill> fills) {

    public Surroundings {
        optionEvents = Map.copyOf(optionEvents);
        fills = List.copyOf(fills);
    }

    public static Surroundings of(Iterable<CanonicalEvent> events) {
        var optionEvents = new HashMap<String, OptionEvent>();
        var fills = new ArrayList<Fill>();
        for (var event : events) {
            if (event instanceof OptionEvent option && option.tradeId() != null) {
                optionEvents.put(option.tradeId(), option);
            } else if (event instanceof Fill fill) {
                fills.add(fill);
            }
        }
        return new Surroundings(optionEvents, fills);
    }

    /** The fill a cancellation takes back. A rebooking has the same trade id, so that alone does not tell. */
    public @Nullable Fill original(FillCancelled cancel) {
        return fills.stream()
                .filter(fill ->
                        fill.instrument().id().equals(cancel.instrument().id()))
                .filter(fill -> cancel.originalTransactionId() != null
                        ? cancel.originalTransactionId().equals(fill.ids().transactionId())
                        : cancel.originalTradeId() != null
                                && cancel.originalTradeId().equals(fill.ids().tradeId())
                                && cancel.quantity().negated().equals(fill.quantity())
                                && !fill.occurredAt().isAfter(cancel.occurredAt()))
                .findFirst()
                .orElse(null);
    }
}
