package io.flexledger.ledger.provisional;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.FillStanding.Status;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a provisional fill stands. */
public sealed interface Placement {

    /** Counts on its own report day, which statements have not told in full, though they may have told later ones. */
    record Booked(LocalDate day) implements Placement {}

    /** Its own day was told in full without it: late trades are booked on the next, where it counts for now. */
    record Carried(LocalDate day) implements Placement {}

    /** A statement states the same execution, so this one does not count. */
    record Confirmed(EventId by) implements Placement {}

    /**
     * A statement's fill without an execution id looks the same, so this one does not count; see {@link Lookalikes}.
     */
    record Alike(EventId by) implements Placement {}

    /** The gateway tells it no more, so it does not count. */
    record TakenBack() implements Placement {}

    /**
     * Its own day and a later one were told in full without it, or statements begin after its day: it does not count,
     * and a person looks.
     *
     * @param day its own, on which it is flagged
     */
    record Unconfirmed(LocalDate day) implements Placement {}

    /**
     * Of a fill that nothing confirms.
     *
     * @param reportDate     the day the gateway's fill was dated to
     * @param nextTradingDay in New York
     */
    static Placement of(LocalDate reportDate, StatementReach reach, UnaryOperator<LocalDate> nextTradingDay) {
        var first = reach.first();
        if (first != null && reportDate.isBefore(first)) {
            return new Unconfirmed(reportDate);
        }
        if (!reach.inFull(reportDate)) {
            return new Booked(reportDate);
        }
        return reach.inFullAfter(reportDate)
                ? new Unconfirmed(reportDate)
                : new Carried(nextTradingDay.apply(reportDate));
    }

    /** The day whose fold it concerns; none once it is confirmed or taken back. */
    default @Nullable LocalDate concerns() {
        return switch (this) {
            case Booked booked -> booked.day();
            case Carried carried -> carried.day();
            case Unconfirmed unconfirmed -> unconfirmed.day();
            case Confirmed _, Alike _, TakenBack _ -> null;
        };
    }

    /** As everyone else is told it; the version is given when it is. */
    default FillStanding standing(EventId fill, AccountId account, LocalDate reportDate) {
        return switch (this) {
            case Booked(var day) -> new FillStanding(fill, account, reportDate, 0, Status.BOOKED, day, null);
            case Carried(var day) -> new FillStanding(fill, account, reportDate, 0, Status.CARRIED, day, null);
            case Confirmed(var by) -> new FillStanding(fill, account, reportDate, 0, Status.CONFIRMED, null, by);
            case Alike(var by) -> new FillStanding(fill, account, reportDate, 0, Status.CONFIRMED, null, by);
            case TakenBack() -> new FillStanding(fill, account, reportDate, 0, Status.TAKEN_BACK, null, null);
            case Unconfirmed _ -> new FillStanding(fill, account, reportDate, 0, Status.UNCONFIRMED, null, null);
        };
    }

    /** The first day that has to be folded again when a fill goes from one place to another. */
    static Optional<LocalDate> firstChanged(@Nullable Placement before, Placement after) {
        if (after.equals(before)) {
            return Optional.empty();
        }
        return Stream.of(Optional.ofNullable(before).map(Placement::concerns), Optional.ofNullable(after.concerns()))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }
}
