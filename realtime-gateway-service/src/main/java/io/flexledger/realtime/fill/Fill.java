package io.flexledger.realtime.fill;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Execution;
import io.flexledger.realtime.message.Incoming.CommissionReported;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One execution as it stands, in its highest version.
 *
 * @param commission of this version alone; null until it comes. Whether that of a correction replaces the earlier one
 *     or adds to it is for the statement to say
 * @param supersedes the versions it replaces, lowest first
 * @param reviews empty for nearly all
 */
public record Fill(
        ExecutionId id,
        Contract contract,
        Execution execution,
        ExecutionTime time,
        @Nullable CommissionReported commission,
        List<ExecutionId> supersedes,
        Set<Review> reviews) {

    public Fill {
        supersedes = List.copyOf(supersedes);
        reviews = Set.copyOf(reviews);
    }

    public FillKey key() {
        return FillKey.of(execution.account(), id);
    }

    /** Null where the order has no number of its own. */
    public @Nullable Long orderNumber() {
        Long permId = execution.permId();
        return permId == null || permId == 0 ? null : permId;
    }

    /** Whether it may be a version of another: its order's other executions may say so. */
    public boolean isDoubted() {
        return reviews.contains(Review.CORRECTION_RAISED_TOTAL);
    }

    public boolean needsReview() {
        return !reviews.isEmpty();
    }
}
