package io.flexledger.ledger.provisional;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How far statements tell of an account. A report day is told in full when its net asset value is stated and a statement
 * that covers it has the section of trades, be it empty.
 *
 * @param first      first day of which a statement moves or states anything; what came before is in its opening
 * @param lastInFull last day told in full
 */
public record Told(@Nullable LocalDate first, @Nullable LocalDate lastInFull) {

    /** Days a statement covers, first and last included. */
    public record Span(LocalDate from, LocalDate to) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * @param valued days whose net asset value is stated
     * @param traded days of the statements that have the section of trades
     */
    public static Told of(@Nullable LocalDate first, Collection<LocalDate> valued, Collection<Span> traded) {
        var lastInFull = valued.stream()
                .filter(day -> traded.stream().anyMatch(span -> span.has(day)))
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Told(first, lastInFull);
    }
}
