package io.flexledger.realtime.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something we may ask of the gateway. All of it reads; nothing here can touch an order. */
public sealed interface Request {

    /** Opens the session; answered by the accounts and the next order id, in either order. */
    record StartApi(int clientId) implements Request {}

    record ManagedAccounts() implements Request {}

    /** Also our sign of life; asked more often than every ten seconds, some are never answered. */
    record CurrentTime() implements Request {}

    /** From server version 197 on. */
    record CurrentTimeInMillis() implements Request {}

    /**
     * Values and portfolio of one account, the only one at a time.
     *
     * @param account null only for a log-in with a single account
     */
    record AccountUpdates(boolean subscribe, @Nullable String account) implements Request {}

    /**
     * Values of several accounts; at most two at a time.
     *
     * @param group {@code All}, or a group of an adviser
     * @param tags such as {@code NetLiquidation} and {@code $LEDGER:ALL}
     */
    record AccountSummary(int requestId, String group, List<String> tags) implements Request {
        public AccountSummary {
            tags = List.copyOf(tags);
            if (tags.isEmpty()) {
                throw new IllegalArgumentException("a summary needs at least one tag");
            }
        }
    }

    record CancelAccountSummary(int requestId) implements Request {}

    record Positions() implements Request {}

    record CancelPositions() implements Request {}

    record PositionsMulti(
            int requestId,
            @Nullable String account,
            @Nullable String modelCode) implements Request {}

    record CancelPositionsMulti(int requestId) implements Request {}

    /** @param ledgerAndNetLiquidation only the cash ledger and the net liquidation value */
    record AccountUpdatesMulti(
            int requestId,
            @Nullable String account,
            @Nullable String modelCode,
            boolean ledgerAndNetLiquidation) implements Request {}

    record CancelAccountUpdatesMulti(int requestId) implements Request {}

    record Executions(int requestId, ExecutionFilter filter) implements Request {}

    record ProfitAndLoss(
            int requestId, String account, @Nullable String modelCode) implements Request {}

    record CancelProfitAndLoss(int requestId) implements Request {}

    record PositionProfitAndLoss(
            int requestId, String account, @Nullable String modelCode, int conId) implements Request {}

    record CancelPositionProfitAndLoss(int requestId) implements Request {}
}
