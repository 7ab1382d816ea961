package io.flexledger.testing.flex.report;

import java.util.Optional;

/** Makes reports, or has them. */
@FunctionalInterface
public interface ReportSource {

    /** Empty when there is nothing for the period. */
    Optional<Report> find(ReportOrder order);
}
