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

    private static final int REVISION_DOTS = 3;

    /** The same execution put right: the next revision, with the other figures. */
    public Execution corrected(BigDecimal shares, BigDecimal price) {
        Trade other = new Trade(trade.side(), shares, price, trade.time(), trade.venue());
        return new Execution(
                nextRevision(), account, contract, other, order, progress, lastLiquidity, priceUnderReview);
    }

    /** What all revisions have in common. */
    public String family() {
        return family(execId);
    }

    /** The id up to its last dot where it has four segments; any other counts no revisions and is its own family. */
    public static String family(String execId) {
        return countsRevisions(execId) ? execId.substring(0, execId.lastIndexOf('.')) : execId;
    }

    private static boolean countsRevisions(String execId) {
        return execId.chars().filter(letter -> letter == '.').count() == REVISION_DOTS;
    }

    private String nextRevision() {
        if (!countsRevisions(execId)) {
            throw new IllegalArgumentException("an execution that counts no revisions cannot be corrected: " + execId);
        }
        int revision = Integer.parseInt(execId.substring(execId.lastIndexOf('.') + 1));
        return "%s.%02d".formatted(family(), revision + 1);
    }
}
