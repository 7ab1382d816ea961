package io.flexledger.realtime.fill;

/** Why a person should look at a fill. */
public enum Review {
    /**
     * Looked like a correction, and raised the order's total by its own units as only a new execution does: both are
     * booked.
     */
    CORRECTION_RAISED_TOTAL,
    /** One id was told with different units, price, side or instrument. */
    STATED_DIFFERENTLY,
    /**
     * One execution is told for several accounts: an adviser's allocation. Its commission, which names no account, is
     * given to none.
     */
    SEVERAL_ACCOUNTS,
    /** More is booked of its order than was filled: something may be booked twice. Found among fills, not in one. */
    ORDER_FILLED_MORE
}
