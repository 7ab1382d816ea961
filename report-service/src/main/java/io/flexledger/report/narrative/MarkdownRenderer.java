package io.flexledger.report.narrative;

import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.BridgeRow;
import io.flexledger.report.narrative.Line.Span;
import java.util.List;

/** Prints a day in the form of the house narrative, as Markdown. */
public final class MarkdownRenderer {

    private final StringBuilder out = new StringBuilder();

    private MarkdownRenderer() {}

    public static String render(DayReport report) {
        return new MarkdownRenderer().print(report);
    }

    private String print(DayReport report) {
        boolean first = true;
        for (var section : report.sections()) {
            if (!first) {
                out.append("---\n\n");
            }
            out.append("### **").append(section.title()).append("**\n\n");
            if (first) {
                report.notes().forEach(note -> out.append("> ").append(note).append("\n\n"));
                out.append("*   ").append(text(report.previousClose().line())).append("\n\n");
            }
            section.blocks().forEach(this::block);
            first = false;
        }
        return out.toString();
    }

    private void block(Block block) {
        var heading = block.heading();
        out.append("*   **")
                .append(heading.title())
                .append(" (")
                .append(heading.when())
                .append("):**");
        out.append(heading.lead().isEmpty() ? "" : " " + heading.lead()).append('\n');
        for (var line : block.lines()) {
            out.append("    ".repeat(line.depth() + 1))
                    .append("*   ")
                    .append(text(line))
                    .append('\n');
        }
        out.append('\n');
        if (block instanceof Block.MarketClose close) {
            bridge(close);
        }
        if (block instanceof Block.HandedOver handOver) {
            table("What became of the live value", handOver.steps(), handOver.difference());
        }
    }

    private void table(String title, List<BridgeRow> rows, Figure difference) {
        out.append("| ")
                .append(title)
                .append(" | How | ")
                .append(difference.currency())
                .append(" |\n|---|---|---:|\n");
        rows.forEach(this::row);
        out.append("| **Difference** | | **")
                .append(Numbers.signedPlain(difference.shown()))
                .append("** |\n\n");
    }

    private static String text(Line line) {
        var text = new StringBuilder();
        text.append(line.main() ? "**" + line.label() + ":** " : line.label() + ": ");
        for (var span : line.spans()) {
            text.append(
                    switch (span) {
                        case Span.Words words -> words.text();
                        case Span.Shown shown -> shown.strong() ? "**" + shown.text() + "**" : shown.text();
                    });
        }
        return text.toString();
    }

    private void bridge(Block.MarketClose close) {
        var bridge = close.bridge();
        var difference = close.difference();
        var currency = bridge.opening().currency();
        if (difference != null) {
            table("What explains the difference", bridge.difference(), difference);
        }
        out.append("| Every cent once | Change | NAV in ").append(currency).append(" |\n|---|---:|---:|\n");
        out.append("| Start | | ")
                .append(Numbers.plain(bridge.opening().shown()))
                .append(" |\n");
        for (var step : bridge.steps()) {
            var after = step.after();
            out.append("| ")
                    .append(words(step))
                    .append(" | ")
                    .append(Numbers.signedPlain(step.amount().shown()))
                    .append(" | ")
                    .append(after == null ? "" : Numbers.plain(after.shown()))
                    .append(" |\n");
        }
        out.append('\n');
        if (!bridge.findings().isEmpty()) {
            bridge.findings()
                    .forEach(finding ->
                            out.append("*   **Unexplained:** ").append(finding).append('\n'));
            out.append("*   **Next step:** ").append(bridge.nextStep()).append("\n\n");
        }
        if (!bridge.caveats().isEmpty()) {
            out.append("*   **What to know about these figures:**\n");
            for (var caveat : bridge.caveats()) {
                out.append("    *   ")
                        .append(caveat.text())
                        .append(" (")
                        .append(caveat.code())
                        .append(")\n");
            }
            out.append('\n');
        }
    }

    private void row(BridgeRow row) {
        var formula = row.formula();
        out.append("| ")
                .append(words(row))
                .append(" | ")
                .append(formula == null ? "" : formula)
                .append(" | ")
                .append(Numbers.signedPlain(row.amount().shown()))
                .append(" |\n");
    }

    private static String words(BridgeRow row) {
        var text = row.text().replace("|", "\\|");
        return row.marks().isEmpty()
                ? text
                : text + " (" + String.join("; ", row.marks()).replace("|", "\\|") + ")";
    }
}
