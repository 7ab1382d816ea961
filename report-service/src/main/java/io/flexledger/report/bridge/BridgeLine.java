package io.flexledger.report.bridge;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.figure.Formula;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason why net asset value changed, or why the story and the close differ.
 *
 * @param amount  in base, unrounded
 * @param formula the arithmetic behind it, where it can be printed
 * @param entries what it rests on
 * @param marks   why the amount may still change, in words
 * @param live    whether the gateway's value is behind it
 */
public record BridgeLine(
        Kind kind,
        String text,
        Money amount,
        @Nullable Formula formula,
        List<EventId> entries,
        List<String> marks,
        boolean live) {

    public BridgeLine {
        entries = List.copyOf(entries);
        marks = List.copyOf(marks);
    }

    BridgeLine(
            Kind kind,
            String text,
            Money amount,
            @Nullable Formula formula,
            List<EventId> entries,
            List<String> marks) {
        this(kind, text, amount, formula, entries, marks, false);
    }

    /** Why, in the order in which the closing difference is explained. */
    public enum Kind {
        TRADES,
        CANCELLATION,
        CASH,
        /** What the owner paid in or took out: neither gain nor loss. */
        FLOW,
        MARK_TO_MARKET,
        DELIVERY,
        EXPIRY,
        INTEREST_ACCRUAL,
        /** A component of ChangeInNAV that no delivered row itemises. */
        STATED_ONLY,
        TRANSLATION,
        /** What the gateway holds, and the ledger has not told. */
        LIVE_UNITS,
        /** From the ledger's mark to the gateway's. */
        LIVE_MARK,
        LIVE_CASH,
        LIVE_ACCRUALS,
        /** From the ledger's rate to the one the live value is made with. */
        LIVE_RATE,
        /** Where ALM-1 counts an amount that ECON-1 counts elsewhere. */
        COUNTED_DIFFERENTLY,
        UNEXPLAINED,
        /** Lines are rounded one by one, their sum once. */
        ROUNDING
    }

    boolean isVisible() {
        return !amount.rounded().isZero();
    }
}
