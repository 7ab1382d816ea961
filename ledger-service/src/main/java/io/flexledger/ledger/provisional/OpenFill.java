package io.flexledger.ledger.provisional;

import io.flexledger.contracts.id.EventId;
import io.flexledger.ledger.provisional.Placement.Alike;
import io.flexledger.ledger.provisional.Placement.Confirmed;
import io.flexledger.ledger.provisional.Placement.TakenBack;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A provisional fill whose place may change.
 *
 * @param reportDate of its newest version
 * @param takenBack  whether that version says that it no longer stands
 * @param statedBy   a statement's fill of the same execution
 * @param before     its place at the last fold
 */
public record OpenFill(
        EventId id,
        LocalDate reportDate,
        boolean takenBack,
        @Nullable EventId statedBy,
        @Nullable Placement before) {

    /** What there is to say of it now. */
    public record Placed(EventId id, LocalDate reportDate, Placement placement) {}

    /** Whether only a fill that looks the same can confirm it. */
    public boolean isUnnamed() {
        return statedBy == null && !takenBack;
    }

    /** @param alike see {@link Lookalikes} */
    public Placed place(@Nullable EventId alike, StatementReach reach, UnaryOperator<LocalDate> nextTradingDay) {
        return new Placed(id, reportDate, placement(alike, reach, nextTradingDay));
    }

    private Placement placement(
            @Nullable EventId alike, StatementReach reach, UnaryOperator<LocalDate> nextTradingDay) {
        if (statedBy != null) {
            return new Confirmed(statedBy);
        }
        if (takenBack) {
            return new TakenBack();
        }
        return alike != null ? new Alike(alike) : Placement.of(reportDate, reach, nextTradingDay);
    }
}
