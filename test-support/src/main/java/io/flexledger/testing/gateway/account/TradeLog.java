package io.flexledger.testing.gateway.account;

import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.OrderProgress;
import io.flexledger.testing.gateway.wire.Trade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every execution in the order it was made, the newest revision of each, with its commission once that is known. */
public final class TradeLog {

    private final Map<String, Ticket> tickets = new LinkedHashMap<>();
    private final Map<Long, OrderProgress> orders = new HashMap<>();
    private int number;

    /** A family of revisions nobody has used yet; the leg is added to it. */
    public synchronized String nextFamily() {
        number++;
        return "0000e0d5.%08x".formatted(number);
    }

    /** Counts a trade towards its order. */
    public synchronized OrderProgress advance(long permId, Trade trade) {
        OrderProgress progress = orders.getOrDefault(permId, OrderProgress.NONE).after(trade);
        orders.put(permId, progress);
        return progress;
    }

    /** @param known null: its commission comes later, or never */
    public synchronized void add(Execution execution, @Nullable CommissionReport known) {
        tickets.put(execution.family(), new Ticket(execution, known));
    }

    /** A commission that came later; nothing happens when the execution was corrected in between. */
    public synchronized void learn(CommissionReport report) {
        tickets.replaceAll((_, ticket) ->
                ticket.execution().execId().equals(report.execId()) ? new Ticket(ticket.execution(), report) : ticket);
    }

    public synchronized boolean knows(String family) {
        return tickets.containsKey(family);
    }

    public synchronized void clear() {
        tickets.clear();
        orders.clear();
    }

    public synchronized List<Ticket> tickets() {
        return new ArrayList<>(tickets.values());
    }
}
