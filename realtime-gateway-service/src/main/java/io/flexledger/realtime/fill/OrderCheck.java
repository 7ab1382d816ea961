package io.flexledger.realtime.fill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is booked of one order, or of one leg of it, against the total the gateway stated with its last fill.
 *
 * @param booked units of all its fills
 * @param cumulative the highest total stated
 */
public record OrderCheck(String account, long permId, int conId, BigDecimal booked, BigDecimal cumulative) {

    /** What the comparison says. */
    public enum Verdict {
        AGREES,
        /** Fills are missing: not yet told, or from before we listened. */
        FEWER,
        /** More is booked than was filled: something may be booked twice. */
        MORE
    }

    public Verdict verdict() {
        return switch (Integer.signum(booked.compareTo(cumulative))) {
            case -1 -> Verdict.FEWER;
            case 0 -> Verdict.AGREES;
            default -> Verdict.MORE;
        };
    }

    /** An order, or one leg of it. */
    public record Order(String account, long permId, int conId) {}

    public Order order() {
        return new Order(account, permId, conId);
    }

    /** One for each order that has an id of its own and states its total, by account, order and instrument. */
    static List<OrderCheck> of(Collection<Fill> fills) {
        Map<Order, List<Fill>> orders = new TreeMap<>(Comparator.comparing(Order::account)
                .thenComparingLong(Order::permId)
                .thenComparingInt(Order::conId));
        for (Fill fill : fills) {
            Long permId = fill.execution().permId();
            if (permId != null && permId != 0) {
                Order order = new Order(
                        fill.execution().account(), permId, fill.contract().conId());
                orders.computeIfAbsent(order, _ -> new ArrayList<>()).add(fill);
            }
        }
        List<OrderCheck> checks = new ArrayList<>();
        orders.forEach((order, filled) -> {
            BigDecimal cumulative = highestTotal(filled);
            if (cumulative != null) {
                BigDecimal booked =
                        filled.stream().map(fill -> fill.execution().shares()).reduce(BigDecimal.ZERO, BigDecimal::add);
                checks.add(new OrderCheck(order.account(), order.permId(), order.conId(), booked, cumulative));
            }
        });
        return List.copyOf(checks);
    }

    private static @Nullable BigDecimal highestTotal(List<Fill> fills) {
        BigDecimal highest = null;
        for (Fill fill : fills) {
            BigDecimal total = fill.execution().cumulative();
            if (total != null && (highest == null || total.compareTo(highest) > 0)) {
                highest = total;
            }
        }
        return highest;
    }
}
