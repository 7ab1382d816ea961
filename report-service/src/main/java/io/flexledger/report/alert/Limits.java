package io.flexledger.report.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * From where on something is worth telling.
 *
 * @param maxAge          what is older is not told any more
 * @param expiryDays      calendar days ahead
 * @param cushion         excess liquidity as a share of the net asset value
 * @param gatewayPatience how long a gateway may be away
 * @param breakPatience   how long a day may be unexplained, since what explains it may be on its way
 * @param runPatience     how long a run may have failed that may succeed when it is tried again
 */
public record Limits(
        Duration maxAge,
        int expiryDays,
        BigDecimal cushion,
        Duration gatewayPatience,
        Duration breakPatience,
        Duration runPatience) {

    boolean isYoung(Instant at, Instant now) {
        return !at.isBefore(now.minus(maxAge));
    }
}
