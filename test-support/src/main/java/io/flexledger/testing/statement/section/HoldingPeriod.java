package io.flexledger.testing.statement.section;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The broker's code for how long a lot was held: short term up to a year, long term beyond. */
final class HoldingPeriod {

    private HoldingPeriod() {}

    static String of(LocalDateTime opened, LocalDate until) {
        return until.isAfter(opened.toLocalDate().plusYears(1)) ? "LT" : "ST";
    }
}
