package io.flexledger.ingestor.period;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a statement says about itself: its days, both ends included, and when the broker made it.
 *
 * @param generatedAt {@code whenGenerated}
 */
public record StatedDays(LocalDate from, LocalDate to, Instant generatedAt) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
