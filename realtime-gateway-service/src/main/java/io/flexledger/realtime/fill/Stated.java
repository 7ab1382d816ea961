package io.flexledger.realtime.fill;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Execution;
import java.util.Comparator;

/**
 * One version of an execution as it was told, once or many times; live and on request its time is written differently.
 *
 * @param disputed whether tellings differed in what matters
 */
public record Stated(ExecutionId id, Contract contract, Execution execution, ExecutionTime time, boolean disputed) {

    // Any order that does not ask which came first.
    private static final Comparator<Stated> BEST_FIRST = Comparator.comparing(
                    (Stated stated) -> stated.time().form())
            .thenComparing(stated -> stated.contract().toString())
            .thenComparing(stated -> stated.execution().toString());

    static Stated of(Contract contract, Execution execution) {
        return new Stated(
                ExecutionId.of(execution.execId()), contract, execution, ExecutionTime.of(execution.time()), false);
    }

    Stated merge(Stated other) {
        Stated best = BEST_FIRST.compare(this, other) <= 0 ? this : other;
        return new Stated(
                id, best.contract, best.execution, best.time, disputed || other.disputed || !sameInSubstance(other));
    }

    /**
     * Whether the order's total went up by this execution's own units, which a correction does not do but from nothing.
     */
    boolean raisesTotalOf(Stated earlier) {
        var before = earlier.execution.cumulative();
        var after = execution.cumulative();
        return before != null
                && after != null
                && earlier.execution.shares().signum() > 0
                && execution.shares().signum() > 0
                && after.compareTo(before.add(execution.shares())) == 0;
    }

    /** Whether it tells the total that another execution of the same order tells, too. */
    boolean statesTotalOf(Stated other) {
        var total = execution.cumulative();
        var otherTotal = other.execution.cumulative();
        return sharesOrderWith(other)
                && contract.conId() == other.contract.conId()
                && execution.account().equals(other.execution.account())
                && total != null
                && otherTotal != null
                && total.compareTo(otherTotal) == 0;
    }

    /** Whether both are of one order, which has an id of its own. */
    boolean sharesOrderWith(Stated other) {
        Long order = execution.permId();
        return order != null && order != 0 && order.equals(other.execution.permId());
    }

    private boolean sameInSubstance(Stated other) {
        return contract.conId() == other.contract.conId()
                && execution.side() == other.execution.side()
                && execution.shares().compareTo(other.execution.shares()) == 0
                && execution.price().compareTo(other.execution.price()) == 0;
    }
}
