package io.flexledger.realtime.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an order, as reported live or in answer to a request.
 *
 * @param orderId of the client that placed the order; null for an order placed by hand
 * @param execId joins a commission to it; its last segment may count corrections
 * @param time as written, in one of several forms; live and on request the same execution has different ones
 * @param venue where it happened
 * @param shares units of this execution, never negative; contracts for a derivative
 * @param price per unit, without commission; may be negative
 * @param permId of the order, unique in the account; 0 possible
 * @param liquidation 1 when the broker forced it
 * @param cumulative units of the order filled after this execution
 * @param averagePrice of the order after this execution
 * @param lastLiquidity 0 none, 1 added, 2 removed, 3 routed out
 * @param pendingPriceRevision the price will be corrected; null below server version 178
 * @param submitter null below server version 198
 */
public record Execution(
        @Nullable Integer orderId,
        String execId,
        String time,
        String account,
        @Nullable String venue,
        Side side,
        BigDecimal shares,
        BigDecimal price,
        @Nullable Long permId,
        @Nullable Integer clientId,
        @Nullable Integer liquidation,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal averagePrice,
        @Nullable String orderRef,
        @Nullable String evRule,
        @Nullable BigDecimal evMultiplier,
        @Nullable String modelCode,
        @Nullable Integer lastLiquidity,
        @Nullable Boolean pendingPriceRevision,
        @Nullable String submitter) {}
