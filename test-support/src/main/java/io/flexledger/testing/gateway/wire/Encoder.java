package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells the answers about the session, executions and orders as one server version has them.
 *
 * @param version what was agreed upon with the client
 */
public record Encoder(int version) {

    private static final int PRICE_UNDER_REVIEW = 178;
    private static final int ERROR_TIME = 194;
    private static final int SUBMITTER = 198;

    /** Several are told apart by commas. */
    public Message managedAccounts(List<String> accounts) {
        return Message.of(15, 1, String.join(",", accounts));
    }

    public Message nextValidId(int orderId) {
        return Message.of(9, 1, orderId);
    }

    public Message currentTime(Instant now) {
        return Message.of(49, 1, now.getEpochSecond());
    }

    public Message currentTimeMillis(Instant now) {
        return Message.of(109, now.toEpochMilli());
    }

    public Message notice(Notice notice) {
        String text = WireText.ascii(notice.text());
        String json = WireText.ascii(notice.json());
        if (version < ERROR_TIME) {
            return Message.of(4, 2, notice.requestId(), notice.code(), text, json);
        }
        Instant time = notice.time();
        return Message.of(
                4,
                notice.requestId(),
                notice.code(),
                text,
                json,
                time == null ? "" : Long.toString(time.toEpochMilli()));
    }

    /** @param requestId -1 when nobody asked */
    public Message execution(int requestId, Execution execution, TimeFormat format) {
        Contract contract = execution.contract();
        Trade trade = execution.trade();
        PlacedOrder order = execution.order();
        List<String> fields = new ArrayList<>(List.of("11", text(requestId), text(order.orderId())));
        fields.addAll(AccountEncoder.contract(contract, trade.venue()));
        fields.addAll(List.of(
                execution.execId(),
                format.text(trade.time()),
                execution.account(),
                trade.venue(),
                trade.side().name(),
                WireText.plain(trade.shares()),
                WireText.plain(trade.price()),
                Long.toString(order.permId()),
                text(order.clientId()),
                "0",
                WireText.plain(execution.progress().shares()),
                WireText.plain(execution.progress().averagePrice()),
                order.reference(),
                "",
                "",
                "",
                text(execution.lastLiquidity())));
        if (version >= PRICE_UNDER_REVIEW) {
            fields.add(execution.priceUnderReview() ? "1" : "0");
        }
        if (version >= SUBMITTER) {
            fields.add(order.submitter());
        }
        return new Message(fields);
    }

    public Message executionsEnd(int requestId) {
        return Message.of(55, 1, requestId);
    }

    public Message commission(CommissionReport report) {
        BigDecimal commission = report.commission();
        return Message.of(
                59,
                1,
                report.execId(),
                report.exponent() ? WireText.exponent(commission) : WireText.floating(commission),
                report.currency(),
                WireText.orUnset(report.realized()),
                WireText.UNSET,
                "");
    }

    /** @param status for example {@code PreSubmitted} */
    public Message orderStatus(PlacedOrder order, String status, OrderProgress progress, BigDecimal remaining) {
        return Message.of(
                3,
                order.orderId(),
                status,
                WireText.plain(progress.shares()),
                WireText.plain(remaining),
                WireText.plain(progress.averagePrice()),
                order.permId(),
                0,
                0,
                order.clientId(),
                "",
                0);
    }

    public Message openOrdersEnd() {
        return Message.of(53, 1);
    }

    public Message completedOrdersEnd() {
        return Message.of(102);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
