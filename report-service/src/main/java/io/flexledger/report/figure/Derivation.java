package io.flexledger.report.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.NavSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a figure came about.
 *
 * @param formula   as printed, result included
 * @param factors   what went in
 * @param entries   journal entries it rests on
 * @param snapshots net asset values it rests on
 */
public record Derivation(String formula, List<Factor> factors, List<EventId> entries, List<Stated> snapshots) {

    public Derivation {
        factors = List.copyOf(factors);
        entries = List.copyOf(entries);
        snapshots = List.copyOf(snapshots);
    }

    /**
     * One input of a formula.
     *
     * @param value  as printed
     * @param figure another shown figure, where it is one
     * @param source who states it, such as {@code ROW} for a rate from the trade's own row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Factor(
            String name,
            String value,
            @Nullable FigureId figure,
            @Nullable String source) {

        public static Factor of(String name, String value) {
            return new Factor(name, value, null, null);
        }

        public static Factor of(Figure figure) {
            return new Factor(
                    figure.name(), Numbers.exact(figure.exact()) + " " + figure.currency(), figure.id(), null);
        }
    }

    /** A net asset value of this day or of the report day before. */
    public record Stated(NavSnapshot.Kind kind, boolean previousDay) {}

    /** Read off as somebody states it, with no arithmetic of ours. */
    public static Derivation stated(String formula, Stated... snapshots) {
        return new Derivation(formula, List.of(), List.of(), List.of(snapshots));
    }
}
