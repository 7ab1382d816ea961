package io.flexledger.testing.flex.report;

import java.time.LocalDate;
import java.util.Optional;

/** Makes reports, or has them. */
@FunctionalInterface
public interface ReportSource {

    /** Empty when there is nothing for the period. */
    Optional<Report> find(ReportOrder order);

    /**
     * The newest day that it can tell.
     *
     * @param published the newest day the broker would tell
     */
    default LocalDate lastDay(SimulatedQuery query, LocalDate published) {
        return published;
    }
}
