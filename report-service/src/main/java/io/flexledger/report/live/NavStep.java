package io.flexledger.report.live;

import io.flexledger.contracts.money.Money;
import io.flexledger.report.figure.Formula;
import org.jspecify.annotations.Nullable;

/**
 * One reason why one value of an account differs from another.
 *
 * @param subject the instrument or currency it is about; empty for what is about none
 * @param amount  in base, unrounded
 * @param formula the arithmetic behind it, where it can be printed
 */
public record NavStep(
        Kind kind, String subject, Money amount, @Nullable Formula formula) {

    /** Why, in the order in which it is told. */
    public enum Kind {
        /** Units the one holds and the other does not, at the mark of the second. */
        UNITS,
        /** Units both hold, and one of them has no mark of, at the mark of the other. */
        UNMARKED,
        /** Units both hold, from mark to mark. */
        MARK,
        /** Cash, at the rate of the second. */
        CASH,
        ACCRUALS,
        /** Cash and positions of one currency as the first has them, from rate to rate. */
        RATE
    }
}
