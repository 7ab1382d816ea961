package io.flexledger.report.narrative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.flexledger.report.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a block: words and figures, so that every renderer can make a figure a link.
 *
 * @param depth 0 below the block's heading, 1 below that
 * @param label what the line is about, printed before it
 * @param main  whether the label is set off
 */
public record Line(
        @JsonProperty("depth") int depth,
        @JsonProperty("label") String label,
        @JsonIgnore boolean main,
        @JsonIgnore List<Span> spans) {

    public Line {
        spans = List.copyOf(spans);
    }

    /** Words, or a figure. */
    public sealed interface Span {
        String text();

        record Words(String text) implements Span {}

        /**
         * @param strong set off as the result of the line
         * @param change a gain or loss by its sign, not a balance or a term
         */
        record Shown(Figure figure, String text, boolean strong, boolean change) implements Span {}
    }

    /** Without label and mark-up. */
    @JsonProperty("text")
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    static Builder main(String label) {
        return new Builder(0, label, true);
    }

    static Builder part(String label) {
        return new Builder(1, label, false);
    }

    static Builder total(String label) {
        return new Builder(1, label, true);
    }

    /** Collects the spans of one line. */
    static final class Builder {
        private final int depth;
        private final String label;
        private final boolean main;
        private final List<Span> spans = new ArrayList<>();

        private Builder(int depth, String label, boolean main) {
            this.depth = depth;
            this.label = label;
            this.main = main;
        }

        Builder words(String text) {
            if (!text.isEmpty()) {
                spans.add(new Span.Words(text));
            }
            return this;
        }

        Builder figure(Figure figure, String text) {
            spans.add(new Span.Shown(figure, text, false, false));
            return this;
        }

        Builder change(Figure figure, String text) {
            spans.add(new Span.Shown(figure, text, false, true));
            return this;
        }

        /** A balance or a flow that the line leads to. */
        Builder value(Figure figure, String text) {
            spans.add(new Span.Shown(figure, text, true, false));
            return this;
        }

        /** A gain or loss that the line leads to. */
        Builder result(Figure figure, String text) {
            spans.add(new Span.Shown(figure, text, true, true));
            return this;
        }

        /** Why the figures of the line may still change. */
        Builder marks(List<String> marks) {
            return marks.isEmpty() ? this : words(" (" + String.join("; ", marks) + ")");
        }

        Line end() {
            return new Line(depth, label, main, spans);
        }
    }
}
