package io.flexledger.report.story;

import io.flexledger.contracts.money.Money;

/**
 * Net asset value on its way through a day: exact, and as printed, where every step is rounded once and the printed sums
 * add up by eye.
 */
public record Nav(Money exact, Money shown) {

    /** A value as the broker or the ledger states it. */
    public static Nav of(Money total) {
        return new Nav(total, total.rounded());
    }

    public Nav plus(Money impact) {
        return new Nav(exact.plus(impact), shown.plus(impact.rounded()));
    }
}
