package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What changed hands.
 *
 * @param shares positive; contracts for derivatives
 * @param price  per unit, before commission
 */
public record Trade(Side side, BigDecimal shares, BigDecimal price, Instant time, String venue) {

    /** As the gateway spells it. */
    public enum Side {
        BOT,
        SLD
    }

    /** Positive when bought. */
    public BigDecimal signedShares() {
        return side == Side.BOT ? shares : shares.negate();
    }
}
