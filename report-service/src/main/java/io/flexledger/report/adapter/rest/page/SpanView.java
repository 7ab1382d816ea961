package io.flexledger.report.adapter.rest.page;

import io.flexledger.report.figure.Figure;
import io.flexledger.report.narrative.Line;
import org.jspecify.annotations.Nullable;

/**
 * Words, or a figure that links to its trace.
 *
 * @param href  absent for words
 * @param style css classes: gain or loss where the sign is meant as one, strong for a result
 */
record SpanView(String text, @Nullable String href, String style) {

    static SpanView of(Line.Span span) {
        return switch (span) {
            case Line.Span.Words words -> new SpanView(words.text(), null, "");
            case Line.Span.Shown shown ->
                new SpanView(
                        shown.text(),
                        traceOf(shown.figure()),
                        (shown.change() ? direction(shown.figure()) : "") + (shown.strong() ? " strong" : ""));
        };
    }

    static SpanView of(Figure figure, String text) {
        return new SpanView(text, traceOf(figure), direction(text));
    }

    /** Neither gain nor loss, whatever its sign. */
    SpanView neutral() {
        return new SpanView(text, href, "");
    }

    static String traceOf(Figure figure) {
        return traceOf(figure.id().value());
    }

    static String traceOf(String figureId) {
        return "/trace/" + figureId;
    }

    private static String direction(Figure figure) {
        return switch (figure.shown().signum()) {
            case 1 -> "gain";
            case -1 -> "loss";
            default -> "";
        };
    }

    private static String direction(String text) {
        if (text.startsWith("+")) {
            return "gain";
        }
        return text.startsWith("-") ? "loss" : "";
    }
}
