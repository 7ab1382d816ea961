package io.flexledger.realtime.message;

import io.flexledger.realtime.wire.WireDecimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something the gateway said. Amounts it does not have are null. */
public sealed interface Incoming {

    /** The accounts of this log-in (15). */
    record ManagedAccounts(List<String> accounts) implements Incoming {
        public ManagedAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /** The first free order id (9). We place no orders; its arrival says that the session is ready. */
    record NextOrderId(int orderId) implements Incoming {}

    /** The server's clock (49, to the second; 109, to the millisecond). */
    record CurrentTime(Instant time) implements Incoming {}

    /**
     * An error or a notice, told apart by its code alone (4).
     *
     * @param requestId of the request or order it is about; -1 for the system
     * @param text in the gateway's language, never to decide by
     * @param rejectJson details of a refused order, as written
     * @param time null below server version 194
     */
    record Notice(
            int requestId,
            int code,
            String text,
            @Nullable String rejectJson,
            @Nullable Instant time) implements Incoming {}

    /** @param requestId of the request it answers; -1 when it just happened */
    record ExecutionReported(int requestId, Contract contract, Execution execution) implements Incoming {}

    /** Everything asked for was told (55); commissions may still come. */
    record ExecutionsEnd(int requestId) implements Incoming {}

    /**
     * What an execution cost (59).
     *
     * @param execId all it has to say which execution is meant
     * @param commission positive is paid, negative is a rebate; in {@code currency}
     * @param currency of the commission, which may differ from the price's
     * @param realizedPnl in {@code currency}, by average cost and net of commissions; null for an opening fill
     * @param yield of a bond
     */
    record CommissionReported(
            String execId,
            @Nullable BigDecimal commission,
            @Nullable String currency,
            @Nullable BigDecimal realizedPnl,
            @Nullable BigDecimal yield,
            @Nullable String yieldRedemptionDate)
            implements Incoming {}

    /** @param currency ISO code, {@code BASE}, or null for a key that is no money */
    record AccountValue(String key, String value, @Nullable String currency, String account) implements Incoming {
        /** The value, where it is a number. */
        public Optional<BigDecimal> amount() {
            return WireDecimal.parse(value);
        }
    }

    /** @param time {@code HH:mm} of the gateway's own clock; says only that a burst of values is over (8) */
    record AccountTime(String time) implements Incoming {}

    /** The first image of an account is complete (54). */
    record AccountDownloaded(String account) implements Incoming {}

    /**
     * A position with its mark (7).
     *
     * @param position negative short; 0 once when it was closed
     * @param marketPrice per unit, without the multiplier
     * @param marketValue in the instrument's currency
     * @param averageCost per unit, with multiplier and commissions
     */
    record PortfolioItem(
            Contract contract,
            BigDecimal position,
            @Nullable BigDecimal marketPrice,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal averageCost,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal realizedPnl,
            String account)
            implements Incoming {}

    /** @param currency null for a tag that is no money */
    record SummaryRow(
            int requestId,
            String account,
            String tag,
            String value,
            @Nullable String currency) implements Incoming {
        /** The value, where it is a number. */
        public Optional<BigDecimal> amount() {
            return WireDecimal.parse(value);
        }
    }

    record SummaryEnd(int requestId) implements Incoming {}

    /** @param averageCost per unit, with multiplier and commissions */
    record PositionHeld(
            String account,
            Contract contract,
            BigDecimal position,
            @Nullable BigDecimal averageCost) implements Incoming {}

    record PositionsEnd() implements Incoming {}

    /** One account's or model's position, in answer to its own request (71). */
    record PositionHeldMulti(
            int requestId,
            String account,
            Contract contract,
            BigDecimal position,
            @Nullable BigDecimal averageCost,
            @Nullable String modelCode)
            implements Incoming {}

    record PositionsMultiEnd(int requestId) implements Incoming {}

    /** One account's or model's value, in answer to its own request (73). */
    record AccountValueMulti(
            int requestId,
            String account,
            @Nullable String modelCode,
            String key,
            String value,
            @Nullable String currency)
            implements Incoming {
        /** The value, where it is a number. */
        public Optional<BigDecimal> amount() {
            return WireDecimal.parse(value);
        }
    }

    record AccountValuesMultiEnd(int requestId) implements Incoming {}

    /**
     * An account's result (94); {@code daily} starts anew at a time set in the gateway and is no change of net asset
     * value.
     */
    record ProfitAndLoss(
            int requestId,
            @Nullable BigDecimal daily,
            @Nullable BigDecimal unrealized,
            @Nullable BigDecimal realized) implements Incoming {}

    record PositionProfitAndLoss(
            int requestId,
            @Nullable BigDecimal position,
            @Nullable BigDecimal daily,
            @Nullable BigDecimal unrealized,
            @Nullable BigDecimal realized,
            @Nullable BigDecimal value)
            implements Incoming {}

    /** A message we know and do not need, such as the state of an order: fills are never derived from those. */
    record Passed(int messageId) implements Incoming {}

    /** A message we do not know; to be counted, and passed. */
    record Unknown(int messageId) implements Incoming {}
}
