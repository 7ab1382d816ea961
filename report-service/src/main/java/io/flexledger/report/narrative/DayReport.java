package io.flexledger.report.narrative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.FigureId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day as a person reads it.
 *
 * @param ruleSet       of the story; the bridge is ECON-1
 * @param previousClose what the day starts from
 * @param notes         what is provisional or missing about the day as a whole
 * @param figures       every figure shown, by its name
 */
@JsonPropertyOrder({
    "schema",
    "account",
    "date",
    "ruleSet",
    "baseCurrency",
    "zones",
    "provisional",
    "notes",
    "previousClose",
    "sections"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DayReport(
        AccountId account,
        LocalDate date,
        String ruleSet,
        CurrencyCode baseCurrency,
        Clocks zones,
        boolean provisional,
        List<String> notes,
        PreviousClose previousClose,
        List<Section> sections,
        @JsonIgnore List<NavStep> steps,
        @JsonIgnore Map<FigureId, Figure> figures) {

    public DayReport {
        notes = List.copyOf(notes);
        sections = List.copyOf(sections);
        steps = List.copyOf(steps);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    @JsonProperty("schema")
    String schema() {
        return "day-report.v1";
    }

    /**
     * The official close before this day.
     *
     * @param nav absent where neither the broker's starting value nor a previous close is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreviousClose(
            @Nullable LocalDate date, @Nullable Figure nav, Line line) {}

    /**
     * A point of the chart: one per block.
     *
     * @param anchor the block it belongs to
     * @param flow   whether the owner moved money, which is neither gain nor loss
     */
    public record NavStep(String anchor, String title, String when, String nav, boolean flow) {
        static NavStep of(Block block, Figure after) {
            var heading = block.heading();
            boolean flow = block instanceof Block.CashMovement cash && cash.external();
            return new NavStep(heading.anchor(), heading.title(), heading.span(), after.amount(), flow);
        }
    }
}
