package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;

/**
 * One execution, message 11.
 *
 * @param lastLiquidity   0 none, 1 added, 2 removed, 3 routed out
 * @param priceUnderReview a correction is to be expected
 */
public record Execution(
        String execId,
        String account,
        Contract contract,
        Trade trade,
        PlacedOrder order,
        OrderProgress progress,
        int lastLiquidity,
        boolean priceUnderReview) {

    /** The same execution put right: the next revision, with the other figures. */
    public Execution corrected(BigDecimal shares, BigDecimal price) {
        Trade other = new Trade(trade.side(), shares, price, trade.time(), trade.venue());
        return new Execution(
                nextRevision(), account, contract, other, order, progress, lastLiquidity, priceUnderReview);
    }

    /** The id up to its last dot: what all revisions have in common. */
    public String family() {
        return execId.substring(0, execId.lastIndexOf('.'));
    }

    private String nextRevision() {
        int revision = Integer.parseInt(execId.substring(execId.lastIndexOf('.') + 1));
        return "%s.%02d".formatted(family(), revision + 1);
    }
}
