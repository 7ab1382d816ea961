package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;
import java.math.MathContext;

/** How much of an order is done after a fill, and at what average price. */
public record OrderProgress(BigDecimal shares, BigDecimal averagePrice) {

    public static final OrderProgress NONE = new OrderProgress(BigDecimal.ZERO, BigDecimal.ZERO);

    public OrderProgress after(Trade trade) {
        BigDecimal total = shares.add(trade.shares());
        if (shares.signum() == 0) {
            return new OrderProgress(trade.shares(), trade.price());
        }
        BigDecimal paid = shares.multiply(averagePrice).add(trade.shares().multiply(trade.price()));
        BigDecimal average = paid.divide(total, MathContext.DECIMAL64).stripTrailingZeros();
        return new OrderProgress(total, average);
    }
}
