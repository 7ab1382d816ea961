package io.flexledger.realtime.fill;

import io.flexledger.contracts.id.ExecutionId;
import java.util.List;

/** What a message did to the fills. */
public sealed interface FillChange {

    /** A fill not told before; with its commission if that came first. */
    record New(Fill fill) implements FillChange {}

    /** @param superseded versions told before, which it replaces whole: units, price, side may all differ */
    record Corrected(Fill fill, List<ExecutionId> superseded) implements FillChange {
        public Corrected {
            superseded = List.copyOf(superseded);
        }
    }

    /** A fill told before does not stand any more, and none of its account replaces it. */
    record TakenBack(FillKey key) implements FillChange {}

    /** The commission of a fill told before came, or changed. */
    record CommissionArrived(Fill fill) implements FillChange {}

    /** A fill told before without a usable time has one now. */
    record TimeLearned(Fill fill) implements FillChange {}

    /** The reasons to look at a fill told before have changed. */
    record Flagged(Fill fill) implements FillChange {}

    /** Kept, with nothing to tell: see {@link Reason}. */
    record Recorded(String execId, Reason reason) implements FillChange {}

    /** Heard before: nothing to tell. */
    record Duplicate(String execId) implements FillChange {}

    /** Why something is kept and not told. */
    enum Reason {
        /** A combination as a whole; its legs are booked. */
        COMBINATION,
        /** Of a version that a higher one has replaced. */
        REPLACED,
        /** A commission whose execution is told for several accounts, so that it is not known whose it is. */
        SEVERAL_ACCOUNTS,
        /** A commission whose execution has not come. */
        WAITING
    }
}
