package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an execution cost, message 59.
 *
 * @param commission positive is a cost
 * @param realized   in the same currency; null where nothing was closed
 * @param exponent   always written with an exponent, otherwise only where the gateway does
 */
public record CommissionReport(
        String execId,
        BigDecimal commission,
        String currency,
        @Nullable BigDecimal realized,
        boolean exponent) {

    public CommissionReport withExponent() {
        return new CommissionReport(execId, commission, currency, realized, true);
    }

    public CommissionReport withoutRealized() {
        return new CommissionReport(execId, commission, currency, null, exponent);
    }
}
