package io.flexledger.ledger.provisional;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far statements tell of an account. A report day is told in full when a statement that covers it has the section
 * of trades, be it empty, and covers a day not before it whose net asset value is stated: by then it was over.
 *
 * @param first first day of which a statement moves or states anything; what came before is in its opening
 * @param spans days told in full, statement by statement; each ends on a day with a value
 */
public record StatementReach(@Nullable LocalDate first, List<Span> spans) {

    public StatementReach {
        spans = List.copyOf(spans);
    }

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
    public static StatementReach of(@Nullable LocalDate first, Collection<LocalDate> valued, Collection<Span> traded) {
        var days = new TreeSet<>(valued);
        return new StatementReach(
                first,
                traded.stream()
                        .flatMap(span -> Optional.ofNullable(days.floor(span.to())).stream()
                                .filter(span::has)
                                .map(last -> new Span(span.from(), last)))
                        .distinct()
                        .toList());
    }

    boolean inFull(LocalDate day) {
        return spans.stream().anyMatch(span -> span.has(day));
    }

    /** Whether any later day was told in full. */
    boolean inFullAfter(LocalDate day) {
        return spans.stream().anyMatch(span -> span.to().isAfter(day));
    }
}
