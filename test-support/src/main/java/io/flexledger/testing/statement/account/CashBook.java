package io.flexledger.testing.statement.account;

import io.flexledger.testing.statement.account.TradingDay.Cash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cash per currency, and the proceeds still on their way. */
final class CashBook {

    private final Map<String, BigDecimal> balances = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<CashMovement> movements = new ArrayList<>();
    private Map<String, BigDecimal> opening;

    private record Pending(LocalDate settles, String currency, BigDecimal proceeds) {}

    CashBook(String base, Map<String, BigDecimal> opening) {
        balances.put(base, BigDecimal.ZERO);
        balances.putAll(opening);
        this.opening = snapshot(balances);
    }

    BigDecimal balance(String currency) {
        return balances.getOrDefault(currency, BigDecimal.ZERO);
    }

    void settle(Fill fill) {
        String currency = fill.instrument().currency();
        balances.merge(currency, fill.execution().netCash(), BigDecimal::add);
        BigDecimal proceeds = fill.execution().proceeds();
        if (proceeds.signum() != 0) {
            pending.add(new Pending(fill.settleDate(), currency, proceeds));
        }
    }

    void move(CashMovement movement) {
        balances.merge(movement.currency(), movement.amount(), BigDecimal::add);
        movements.add(movement);
    }

    Cash closeDay(LocalDate date) {
        pending.removeIf(late -> !late.settles().isAfter(date));
        Map<String, BigDecimal> settled = new LinkedHashMap<>(balances);
        pending.forEach(late -> settled.merge(late.currency(), late.proceeds().negate(), BigDecimal::add));
        Map<String, BigDecimal> closing = snapshot(balances);
        Cash day = new Cash(opening, closing, snapshot(settled), List.copyOf(movements));
        opening = closing;
        movements.clear();
        return day;
    }

    private static Map<String, BigDecimal> snapshot(Map<String, BigDecimal> amounts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }
}
