package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spells the answers about accounts; they are the same in every server version of the text protocol. */
public final class AccountEncoder {

    private AccountEncoder() {}

    /**
     * One figure of an account.
     *
     * @param currency a code, {@code BASE}, or empty where the value is none of money
     */
    public record Value(String key, String value, String currency) {}

    /**
     * A position with its mark.
     *
     * @param averageCost per contract, with the multiplier
     */
    public record Holding(
            Contract contract,
            BigDecimal position,
            BigDecimal price,
            BigDecimal value,
            BigDecimal averageCost,
            BigDecimal unrealized,
            BigDecimal realized) {}

    /** Any of them may not be known yet. */
    public record Profit(
            @Nullable BigDecimal daily,
            @Nullable BigDecimal unrealized,
            @Nullable BigDecimal realized) {}

    public static Message value(String account, Value value) {
        return Message.of(6, 2, value.key(), value.value(), value.currency(), account);
    }

    /** @param time hours and minutes of the gateway's clock */
    public static Message time(String time) {
        return Message.of(8, 1, time);
    }

    public static Message downloadEnd(String account) {
        return Message.of(54, 1, account);
    }

    public static Message portfolio(String account, Holding holding) {
        Contract contract = holding.contract();
        boolean struck = contract.strike() != null;
        return Message.of(
                7,
                8,
                contract.conId(),
                contract.symbol(),
                contract.secType(),
                contract.lastTradeDate(),
                struck ? WireText.strike(contract.strike()) : "0",
                struck ? contract.right() : "0",
                contract.multiplier(),
                contract.primaryExchange(),
                contract.currency(),
                contract.localSymbol(),
                contract.tradingClass(),
                WireText.plain(holding.position()),
                WireText.plain(holding.price()),
                WireText.plain(holding.value()),
                WireText.plain(holding.averageCost()),
                WireText.plain(holding.unrealized()),
                WireText.plain(holding.realized()),
                account);
    }

    public static Message summary(int requestId, String account, Value value) {
        return Message.of(63, 1, requestId, account, value.key(), value.value(), value.currency());
    }

    public static Message summaryEnd(int requestId) {
        return Message.of(64, 1, requestId);
    }

    public static Message position(String account, Contract contract, BigDecimal position, BigDecimal averageCost) {
        List<String> fields = new ArrayList<>(List.of("61", "3", account));
        fields.addAll(contract(contract, contract.primaryExchange()));
        fields.addAll(List.of(WireText.plain(position), WireText.plain(averageCost)));
        return new Message(fields);
    }

    public static Message positionsEnd() {
        return Message.of(62, 1);
    }

    public static Message positionMulti(int requestId, String account, Holding holding) {
        List<String> fields = new ArrayList<>(List.of("71", "1", Integer.toString(requestId), account));
        fields.addAll(contract(holding.contract(), holding.contract().primaryExchange()));
        fields.addAll(List.of(WireText.plain(holding.position()), WireText.plain(holding.averageCost()), ""));
        return new Message(fields);
    }

    public static Message positionsMultiEnd(int requestId) {
        return Message.of(72, 1, requestId);
    }

    public static Message valueMulti(int requestId, String account, Value value) {
        return Message.of(73, 1, requestId, account, "", value.key(), value.value(), value.currency());
    }

    public static Message valuesMultiEnd(int requestId) {
        return Message.of(74, 1, requestId);
    }

    public static Message profit(int requestId, Profit profit) {
        return Message.of(
                94,
                requestId,
                WireText.orUnset(profit.daily()),
                WireText.orUnset(profit.unrealized()),
                WireText.orUnset(profit.realized()));
    }

    public static Message profitSingle(int requestId, BigDecimal position, Profit profit, @Nullable BigDecimal value) {
        return Message.of(
                95,
                requestId,
                WireText.plain(position),
                WireText.orUnset(profit.daily()),
                WireText.orUnset(profit.unrealized()),
                WireText.orUnset(profit.realized()),
                WireText.orUnset(value));
    }

    /** Eleven fields, as executions and positions have them. */
    static List<String> contract(Contract contract, String exchange) {
        return List.of(
                Integer.toString(contract.conId()),
                contract.symbol(),
                contract.secType(),
                contract.lastTradeDate(),
                WireText.strike(contract.strike()),
                contract.right(),
                contract.multiplier(),
                exchange,
                contract.currency(),
                contract.localSymbol(),
                contract.tradingClass());
    }
}
