package io.flexledger.ledger.provisional;

import io.flexledger.contracts.id.EventId;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A provisional fill whose place may change.
 *
 * @param reportDate of its newest version
 * @param statedBy   a statement's fill of the same execution
 * @param before     its place at the last fold
 */
public record OpenFill(
        EventId id,
        LocalDate reportDate,
        @Nullable EventId statedBy,
        @Nullable Placement before) {

    /** What there is to say of it now. */
    public record Placed(EventId id, LocalDate reportDate, Placement placement) {}

    public Placed place(Told told, UnaryOperator<LocalDate> nextTradingDay) {
        return new Placed(id, reportDate, Placement.of(reportDate, statedBy, told, nextTradingDay));
    }
}
