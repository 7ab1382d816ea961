package io.flexledger.report.adapter.rest.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.report.DayReports.Neighbours;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block;
import io.flexledger.report.narrative.Block.BridgeRow;
import io.flexledger.report.narrative.DayReport;
import io.flexledger.report.narrative.Line;
import io.flexledger.report.narrative.Section;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day, ready for its template.
 *
 * @param chart steps of the net asset value, as JSON that is safe inside a script element
 * @param today how the account stands now; absent where the page is a document that does not change by itself
 */
record DayView(
        String account,
        LocalDate date,
        String baseCurrency,
        String observerZone,
        String marketZone,
        String ruleSet,
        boolean provisional,
        List<String> notes,
        LineView start,
        List<SectionView> sections,
        String chart,
        @Nullable LocalDate previous,
        @Nullable LocalDate next,
        @Nullable TodayView today) {

    record LineView(int depth, String label, boolean main, List<SpanView> spans) {
        static LineView of(Line line) {
            return new LineView(
                    line.depth(),
                    line.label(),
                    line.main(),
                    line.spans().stream().map(SpanView::of).toList());
        }
    }

    record SectionView(String title, List<BlockView> blocks) {
        static SectionView of(Section section) {
            return new SectionView(
                    section.title(),
                    section.blocks().stream().map(BlockView::of).toList());
        }
    }

    record BlockView(
            String anchor,
            String title,
            String when,
            String lead,
            List<LineView> lines,
            @Nullable BridgeView bridge,
            @Nullable HandOverView handOver) {
        static BlockView of(Block block) {
            var heading = block.heading();
            return new BlockView(
                    heading.anchor(),
                    heading.title(),
                    heading.when(),
                    heading.lead(),
                    block.lines().stream().map(LineView::of).toList(),
                    block instanceof Block.MarketClose close ? BridgeView.of(close) : null,
                    block instanceof Block.HandedOver handOver ? HandOverView.of(handOver) : null);
        }
    }

    /** What became of the live value. */
    record HandOverView(String currency, List<RowView> steps, SpanView total) {
        static HandOverView of(Block.HandedOver block) {
            var difference = block.difference();
            return new HandOverView(
                    difference.currency().code(),
                    block.steps().stream().map(RowView::of).toList(),
                    SpanView.of(difference, Numbers.signedPlain(difference.shown())));
        }
    }

    /**
     * Both tables of a close.
     *
     * @param total of the difference; absent while there is no official value
     */
    record BridgeView(
            String currency,
            List<RowView> difference,
            @Nullable SpanView total,
            SpanView opening,
            List<RowView> steps,
            List<String> findings,
            @Nullable String nextStep,
            List<Caveat> caveats) {
        static BridgeView of(Block.MarketClose close) {
            var bridge = close.bridge();
            var total = close.difference();
            return new BridgeView(
                    bridge.opening().currency().code(),
                    bridge.difference().stream().map(RowView::of).toList(),
                    total == null ? null : SpanView.of(total, Numbers.signedPlain(total.shown())),
                    SpanView.of(bridge.opening(), Numbers.plain(bridge.opening().shown()))
                            .neutral(),
                    bridge.steps().stream().map(RowView::of).toList(),
                    bridge.findings(),
                    bridge.nextStep(),
                    bridge.caveats());
        }
    }

    /** A line of the bridge. */
    record RowView(
            String style,
            String text,
            String formula,
            String marks,
            SpanView amount,
            @Nullable SpanView after) {
        static RowView of(BridgeRow row) {
            var formula = row.formula();
            var after = row.after();
            var amount =
                    SpanView.of(row.amount(), Numbers.signedPlain(row.amount().shown()));
            return new RowView(
                    styleOf(row),
                    row.text(),
                    formula == null ? "" : formula,
                    String.join("; ", row.marks()),
                    row.kind().equals("FLOW") ? amount.neutral() : amount,
                    after == null
                            ? null
                            : SpanView.of(after, Numbers.plain(after.shown())).neutral());
        }
    }

    /** What is left over shows quietly while it is nothing. */
    private static String styleOf(BridgeRow row) {
        var kind = row.kind().toLowerCase(Locale.ROOT);
        return kind.equals("unexplained") && !row.amount().shown().isZero() ? "warn" : kind;
    }

    static DayView of(DayReport report, Neighbours neighbours, @Nullable TodayView today) {
        return new DayView(
                report.account().value(),
                report.date(),
                report.baseCurrency().code(),
                report.zones().observer().getId(),
                report.zones().market().getId(),
                report.ruleSet(),
                report.provisional(),
                report.notes(),
                LineView.of(report.previousClose().line()),
                report.sections().stream().map(SectionView::of).toList(),
                chart(report),
                neighbours.previous().orElse(null),
                neighbours.next().orElse(null),
                today);
    }

    private static String chart(DayReport report) {
        ObjectNode chart = ContractJson.MAPPER.createObjectNode();
        chart.put("currency", report.baseCurrency().code());
        var steps = chart.putArray("steps");
        for (var step : report.steps()) {
            steps.addObject()
                    .put("anchor", step.anchor())
                    .put("title", step.title())
                    .put("when", step.when())
                    .put("nav", step.nav())
                    .put("flow", step.flow());
        }
        // No text of a statement can end the script element.
        return new String(ContractJson.write(chart), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }
}
