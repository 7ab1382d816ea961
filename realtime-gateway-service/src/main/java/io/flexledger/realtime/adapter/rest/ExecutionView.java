package io.flexledger.realtime.adapter.rest;

import io.flexledger.realtime.fill.Review;
import io.flexledger.realtime.message.Side;
import io.flexledger.realtime.provisional.ListedFill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An execution as the gateway told it; amounts are decimals as text.
 *
 * @param time        when it happened; null where the gateway's words name no instant
 * @param side        BUY or SELL
 * @param quantity    units, never negative
 * @param commission  negative is paid, as everywhere outside the gateway; null until it comes
 * @param realizedPnl by average cost and net of commissions, as the gateway states it; null for an opening fill
 * @param reviews     reasons to look at it; empty for nearly all
 * @param frame       SHA-256 of the message it was told with; see /gateway/frames
 */
record ExecutionView(
        String account,
        String execId,
        @Nullable Instant time,
        String symbol,
        int conid,
        String side,
        String quantity,
        String price,
        @Nullable String currency,
        @Nullable String commission,
        @Nullable String commissionCurrency,
        @Nullable String realizedPnl,
        @Nullable String venue,
        @Nullable String orderRef,
        Status status,
        List<Review> reviews,
        String frame) {

    /** What became of it. */
    enum Status {
        TOLD,
        /** A person must look at it. */
        NOT_VALUED,
        /** Stands no more: it was corrected to nothing, moved to another account, or is a version of another. */
        TAKEN_BACK;

        private static Status of(ListedFill fill) {
            if (fill.takenBack()) {
                return TAKEN_BACK;
            }
            return fill.told() ? TOLD : NOT_VALUED;
        }
    }

    /** The header never changes; a new column goes to the end. */
    static final String CSV_HEADER =
            "account,execId,time,symbol,conid,side,quantity,price,currency,commission,commissionCurrency,realizedPnl,venue,"
                    + "orderRef,status";

    static ExecutionView of(ListedFill fill) {
        return new ExecutionView(
                fill.account(),
                fill.execId(),
                fill.occurredAt(),
                fill.symbol(),
                fill.conid(),
                fill.side() == Side.BOUGHT ? "BUY" : "SELL",
                fill.quantity().toPlainString(),
                fill.price().toPlainString(),
                fill.currency(),
                plain(fill.commission() == null ? null : fill.commission().negate()),
                fill.commissionCurrency(),
                plain(fill.realized()),
                fill.venue(),
                fill.orderRef(),
                Status.of(fill),
                fill.reviews(),
                fill.frame().sha256());
    }

    String csv() {
        return Stream.of(
                        account,
                        execId,
                        time,
                        symbol,
                        conid,
                        side,
                        quantity,
                        price,
                        currency,
                        commission,
                        commissionCurrency,
                        realizedPnl,
                        venue,
                        orderRef,
                        status)
                .map(value -> cell(Objects.toString(value, "")))
                .collect(Collectors.joining(","));
    }

    /** Quoted where a reader would see more than one cell. */
    private static String cell(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
