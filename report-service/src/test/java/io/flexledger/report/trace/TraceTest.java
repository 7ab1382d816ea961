package io.flexledger.report.trace;

import static io.flexledger.report.day.Market.HONG_KONG;
import static io.flexledger.report.day.Market.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.report.narrative.DayReport;
import io.flexledger.report.narrative.Narrator;
import io.flexledger.report.story.RuleSet;
import io.flexledger.report.story.StoryRules;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final Pattern SHOWN = Pattern.compile("\"figure\":\"([^\"]+)\"");

    /** Has every row, and counts how often it is asked. */
    private static final class Shelf implements RawRows {
        private int rowsAsked;
        private int statementsAsked;

        @Override
        public Lookup<RawRow> row(Source source) {
            rowsAsked++;
            return new Lookup.Found<>(
                    new RawRow(source.section(), "Trade", "<Trade/>", Map.of("transactionID", "1"), 10L, 8L));
        }

        @Override
        public Lookup<RawStatement> statement(Source source) {
            statementsAsked++;
            return new Lookup.Found<>(new RawStatement(Map.of("query", "DAILY")));
        }
    }

    private final LedgerDay friday = GoldenDays.tuned().july18();
    private final DayReport report = Narrator.report(
            friday, new Clocks(NEW_YORK, HONG_KONG), new StoryRules(RuleSet.ALM_1, Duration.ofMinutes(5), false));
    private final Map<FigureId, Figure> figures = DayFigures.of(friday, report);
    private final Shelf shelf = new Shelf();

    private Trace trace(String place) {
        return Trace.of(friday, figure(place), shelf);
    }

    private Figure figure(String place) {
        return Objects.requireNonNull(figures.get(new FigureId("U1000001/2025-07-18/" + place)), place);
    }

    @Test
    void anImpactLeadsToItsTradesAndTheirRows() {
        var trace = trace("story/4/impact");

        assertThat(trace.formula()).isEqualTo("75.27 USD (exactly 75.26712) * 7.8472 = 590.64 HKD");
        assertThat(trace.factors()).extracting(factor -> factor.name()).contains("Total in USD", "rate USD to HKD");
        assertThat(trace.factors()).extracting(factor -> factor.source()).contains("ROW");
        assertThat(trace.entries()).hasSize(2);
        assertThat(trace.entries().getFirst().sources().getFirst().row()).isInstanceOf(Lookup.Found.class);
        assertThat(shelf.rowsAsked).isEqualTo(2);
        assertThat(shelf.statementsAsked).isEqualTo(1);
    }

    @Test
    void aFactorThatIsAFigureNamesIt() {
        assertThat(trace("story/4/impact").factors().getFirst().figure())
                .isEqualTo(new FigureId("U1000001/2025-07-18/story/4/total"));
    }

    @Test
    void theOfficialCloseLeadsToTheBrokersStatement() {
        var trace = trace("story/close/official");

        assertThat(trace.snapshots()).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.date()).isEqualTo("2025-07-18");
            assertThat(snapshot.sources()).hasSize(1);
        });
    }

    @Test
    void aBridgeLineLeadsToItsEntry() {
        assertThat(trace("difference/1/amount").entries())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.id()).isEqualTo(assignment().id()));
    }

    @Test
    void aSummaryFigureLeadsToEverythingItSums() {
        var trace = trace("summary/commissions");

        // The delivery's fee, the cover, two sells.
        assertThat(trace.entries()).hasSize(4);
        assertThat(trace.formula()).isEqualTo("sum over 4 entries = -21.60 HKD");
    }

    @Test
    void everyFigureOfTheReportResolvesToSomething() throws JsonProcessingException {
        var json = ContractJson.MAPPER.writeValueAsString(report);
        var shown = SHOWN.matcher(json)
                .results()
                .map(m -> new FigureId(m.group(1)))
                .distinct()
                .toList();

        assertThat(shown)
                .hasSizeGreaterThan(40)
                .allSatisfy(id -> assertThat(figures).containsKey(id));
        for (var id : shown) {
            var trace = Trace.of(friday, Objects.requireNonNull(figures.get(id)), shelf);
            boolean rests = !trace.entries().isEmpty()
                    || !trace.snapshots().isEmpty()
                    || !trace.factors().isEmpty();
            assertThat(rests || isEmptySum(trace)).as(id.value()).isTrue();
        }
    }

    private static boolean isEmptySum(Trace trace) {
        return trace.figure().shown().isZero() || trace.name().startsWith("Rounding");
    }

    @Test
    void everyEntryOfTheDayIsBehindSomeFigure() {
        Set<EventId> reached = new HashSet<>();
        report.figures()
                .values()
                .forEach(figure -> reached.addAll(figure.derivation().entries()));

        assertThat(friday.entries()).extracting(JournalEntry::id).allMatch(reached::contains);
    }

    @Test
    void aServiceThatIsDownLeavesThePlace() {
        RawRows down = new RawRows() {
            @Override
            public Lookup<RawRow> row(Source source) {
                return new Lookup.Unavailable<>("mapper-service", "connection refused");
            }

            @Override
            public Lookup<RawStatement> statement(Source source) {
                return new Lookup.Unavailable<>("ingestor-service", "connection refused");
            }
        };
        var origin = Trace.of(friday, figure("story/3/impact"), down)
                .entries()
                .getFirst()
                .sources()
                .getFirst();

        assertThat(origin.place().section()).isEqualTo("Trades");
        assertThat(origin.row()).isEqualTo(new Lookup.Unavailable<>("mapper-service", "connection refused"));
        assertThat(origin.statement()).isInstanceOf(Lookup.Unavailable.class);
    }

    private JournalEntry assignment() {
        return friday.entries().getFirst();
    }
}
