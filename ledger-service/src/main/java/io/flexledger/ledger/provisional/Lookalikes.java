package io.flexledger.ledger.provisional;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What confirms a provisional fill where a query does not select the execution id: a statement's fill without one, of
 * the same instrument, quantity and price, on the report day or up to the next trading day. Each confirms at most one.
 */
public final class Lookalikes {

    /**
     * Windows that begin in order end in order, so that the first come, first served leaves none out that could be
     * confirmed; and what comes later changes nothing of the days before.
     */
    private static final Comparator<Fill> ORDER =
            comparing(Fill::reportDate).thenComparing(Fill::occurredAt).thenComparing(Fill::id);

    private Lookalikes() {}

    private record Look(InstrumentId instrument, Quantity quantity, Money price) {
        static Look of(Fill fill) {
            return new Look(fill.instrument().id(), fill.quantity(), fill.price());
        }
    }

    /** Whether a statement's fill tells an execution and does not name it. */
    public static boolean isNameless(Fill stated) {
        return !stated.isBooking() && stated.ids().execution() == null;
    }

    /**
     * By provisional fill, the statement's fill that confirms it. The order of the input is free.
     *
     * @param heard    of one account, and confirmed by no execution id
     * @param nameless of the same account
     */
    public static Map<EventId, EventId> of(
            Collection<Fill> heard, Collection<Fill> nameless, UnaryOperator<LocalDate> nextTradingDay) {
        var rows = nameless.stream().sorted(ORDER).collect(groupingBy(Look::of, toCollection(ArrayDeque::new)));
        var confirmed = new TreeMap<EventId, EventId>();
        heard.stream().sorted(ORDER).forEach(fill -> {
            var alike = rows.getOrDefault(Look.of(fill), new ArrayDeque<>());
            while (!alike.isEmpty() && alike.getFirst().reportDate().isBefore(fill.reportDate())) {
                alike.removeFirst();
            }
            var last = nextTradingDay.apply(fill.reportDate());
            if (!alike.isEmpty() && !alike.getFirst().reportDate().isAfter(last)) {
                confirmed.put(fill.id(), alike.removeFirst().id());
            }
        });
        return confirmed;
    }
}
