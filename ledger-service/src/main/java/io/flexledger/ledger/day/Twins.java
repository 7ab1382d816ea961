package io.flexledger.ledger.day;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.ledger.book.CashType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fact under two ids: a query that does not select {@code transactionID} names a row by its other columns. Each row
 * without it is taken for the twin of one with it that says the same, and only the latter counts.
 */
final class Twins {

    private Twins() {}

    static List<Fill> fills(Collection<Fill> fills) {
        var byExecution = single(
                fills, fill -> fill.ids().transactionId(), fill -> fill.ids().execId());
        return single(byExecution, fill -> fill.ids().transactionId(), Twins::trade);
    }

    private static @Nullable Object trade(Fill fill) {
        var trade = fill.ids().tradeId();
        return trade == null
                ? null
                : List.of(trade, fill.reportDate(), fill.instrument().id(), fill.quantity());
    }

    private record Amount(
            LocalDate day,
            String type,
            Object amount,
            @Nullable String description) {}

    static List<CashFlow> cashFlows(Collection<CashFlow> flows) {
        var named = single(
                flows,
                CashFlow::transactionId,
                flow -> new Amount(flow.reportDate(), flow.cashType(), flow.amount(), flow.description()));
        return single(named, flow -> isToldByItsTrade(flow) ? null : flow.cashType(), Twins::bondInterest);
    }

    /** A bond's trade states the interest it settles; where cash transactions are selected, a row of them does too. */
    private static boolean isToldByItsTrade(CashFlow flow) {
        return flow.fact().source().section().equals("Trades");
    }

    private static @Nullable Object bondInterest(CashFlow flow) {
        var bond = flow.instrument();
        return bond == null || CashType.of(flow.cashType()) != CashType.INTEREST
                ? null
                : List.of(flow.reportDate(), bond, flow.amount());
    }

    /** Drops one fact without a name for each that has one and looks the same. */
    private static <T> List<T> single(
            Collection<T> facts, Function<T, @Nullable String> name, Function<T, @Nullable Object> looks) {
        Map<Object, Integer> named = new HashMap<>();
        for (var fact : facts) {
            var look = looks.apply(fact);
            if (look != null && name.apply(fact) != null) {
                named.merge(look, 1, Integer::sum);
            }
        }
        var kept = new ArrayList<T>();
        for (var fact : facts) {
            var look = looks.apply(fact);
            boolean twin = name.apply(fact) == null && look != null && named.getOrDefault(look, 0) > 0;
            if (twin) {
                named.merge(Objects.requireNonNull(look), -1, Integer::sum);
            } else {
                kept.add(fact);
            }
        }
        return kept;
    }
}
