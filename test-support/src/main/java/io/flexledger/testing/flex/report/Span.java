package io.flexledger.testing.flex.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days in a row.
 *
 * @param to the last of them, not before the first
 */
public record Span(LocalDate from, LocalDate to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the days end before they begin: %s to %s".formatted(from, to));
        }
    }

    public long calendarDays() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** What is left when nothing later counts. */
    public Optional<Span> until(LocalDate last) {
        return last.isBefore(from) ? Optional.empty() : Optional.of(new Span(from, last.isBefore(to) ? last : to));
    }
}
