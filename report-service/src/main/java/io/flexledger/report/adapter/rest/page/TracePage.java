package io.flexledger.report.adapter.rest.page;

import io.flexledger.contracts.event.Source;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.trace.Lookup;
import io.flexledger.report.trace.RawRow;
import io.flexledger.report.trace.RawStatement;
import io.flexledger.report.trace.Trace;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trace, ready for its template. */
record TracePage(
        String figure,
        String account,
        @Nullable LocalDate day,
        String name,
        String amount,
        String exact,
        String formula,
        List<FactorView> factors,
        List<EntryView> entries,
        List<OriginView> statements,
        int omitted) {

    record FactorView(
            String name,
            String value,
            @Nullable String href,
            @Nullable String source) {}

    record PostingView(String account, String commodity, String amount) {}

    record EntryView(
            String about,
            String id,
            String at,
            List<String> impacts,
            List<PostingView> postings,
            List<OriginView> sources) {}

    /**
     * A row's place, and the row where its keeper answered.
     *
     * @param note why the row is not here
     */
    record OriginView(
            String query,
            String section,
            int ordinal,
            String artifact,
            @Nullable String note,
            @Nullable String element,
            @Nullable String xml,
            Map<String, String> attributes,
            @Nullable String bytes,
            Map<String, String> statement,
            @Nullable String statementNote) {

        static OriginView of(Trace.Origin origin) {
            Source place = origin.place();
            RawRow row = value(origin.row());
            RawStatement statement = value(origin.statement());
            return new OriginView(
                    place.query(),
                    place.section(),
                    place.ordinal(),
                    place.artifact().sha256(),
                    note(origin.row()),
                    row == null ? null : row.element(),
                    row == null ? null : row.xml(),
                    row == null ? Map.of() : row.attributes(),
                    row == null || row.byteOffset() == null
                            ? null
                            : row.byteOffset() + " to " + (row.byteOffset() + length(row)),
                    statement == null ? Map.of() : statement.properties(),
                    note(origin.statement()));
        }

        private static long length(RawRow row) {
            var length = row.byteLength();
            return length == null ? 0 : length;
        }

        private static <T> @Nullable T value(@Nullable Lookup<T> lookup) {
            return lookup instanceof Lookup.Found<T>(T value) ? value : null;
        }

        private static @Nullable String note(@Nullable Lookup<?> lookup) {
            return switch (lookup) {
                case null -> "not fetched";
                case Lookup.Found<?> _ -> null;
                case Lookup.Missing<?>(var service) -> service + " does not have it";
                case Lookup.Unavailable<?>(var service, var reason) -> "unavailable: " + service + " " + reason;
            };
        }
    }

    static TracePage of(Trace trace) {
        var figure = trace.figure();
        var home = figure.id().home();
        return new TracePage(
                figure.id().value(),
                home.map(h -> h.account().value()).orElse(""),
                home.map(FigureId.Home::date).orElse(null),
                trace.name(),
                Numbers.amount(figure.shown()),
                Numbers.exact(figure.exact()),
                trace.formula(),
                trace.factors().stream()
                        .map(f -> new FactorView(
                                f.name(),
                                f.value(),
                                f.figure() == null
                                        ? null
                                        : SpanView.traceOf(f.figure().value()),
                                f.source()))
                        .toList(),
                trace.entries().stream().map(TracePage::entry).toList(),
                trace.snapshots().stream()
                        .flatMap(s -> s.sources().stream())
                        .map(OriginView::of)
                        .toList(),
                trace.omitted());
    }

    private static EntryView entry(Trace.Entry entry) {
        return new EntryView(
                entry.about(),
                entry.id().toString(),
                DateTimeFormatter.ISO_INSTANT.format(entry.occurredAt()),
                entry.impacts().stream()
                        .map(i -> Numbers.exact(i.amount()) + " " + i.amount().currency() + " at "
                                + Numbers.rate(i.rate()) + " ("
                                + i.rate().source().name() + ")")
                        .toList(),
                entry.postings().stream()
                        .map(p -> new PostingView(p.account(), p.commodity(), Numbers.count(p.amount())))
                        .toList(),
                entry.sources().stream().map(OriginView::of).toList());
    }
}
