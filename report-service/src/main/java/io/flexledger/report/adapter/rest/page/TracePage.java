package io.flexledger.report.adapter.rest.page;

import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.report.trace.Lookup;
import io.flexledger.report.trace.RawRow;
import io.flexledger.report.trace.RawStatement;
import io.flexledger.report.trace.Trace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A trace, ready for its template. */
record TracePage(
        String figure,
        String account,
        @Nullable LocalDate day,
        String anchor,
        String name,
        String amount,
        String exact,
        String formula,
        List<FactorView> factors,
        List<EntryView> entries,
        List<OriginView> statements,
        int omitted) {

    /** Entries and statements up to which their rows are shown without being asked for. */
    private static final int ROWS_OPEN = 2;

    private static final Set<String> CLOSE = Set.of("positions", "bridge", "difference", "unexplained");

    record FactorView(
            String name,
            String value,
            @Nullable String href,
            @Nullable String source) {}

    /** Account and commodity by their parts, so that a narrow screen breaks lines between them. */
    record PostingView(List<String> account, List<String> commodity, String amount) {
        static PostingView of(Posting posting) {
            return new PostingView(
                    parts(posting.account()), parts(posting.commodity()), Numbers.count(posting.amount()));
        }

        private static List<String> parts(String path) {
            return List.of(path.split("(?<=:)", -1));
        }
    }

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
     * @param open whether it is shown at once
     * @param note why the row is not here
     */
    record OriginView(
            String query,
            String section,
            int ordinal,
            String artifact,
            boolean open,
            @Nullable String note,
            @Nullable String element,
            @Nullable String xml,
            Map<String, String> attributes,
            @Nullable String bytes,
            Map<String, String> statement,
            @Nullable String statementNote) {

        static OriginView of(Trace.Origin origin, boolean open) {
            Source place = origin.place();
            RawRow row = value(origin.row());
            RawStatement statement = value(origin.statement());
            return new OriginView(
                    place.query(),
                    place.section(),
                    place.ordinal(),
                    place.artifact().sha256(),
                    open && row != null,
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

        /** Whether the gateway said it, and no statement. */
        public boolean message() {
            return query.equals("gateway");
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

    static TracePage of(Trace trace, Clocks clocks) {
        var figure = trace.figure();
        var home = figure.id().home();
        boolean open = trace.entries().size() + trace.snapshots().size() <= ROWS_OPEN;
        return new TracePage(
                figure.id().value(),
                home.map(h -> h.account().value()).orElse(""),
                home.map(FigureId.Home::date).orElse(null),
                anchor(figure.id()),
                trace.name(),
                Numbers.amount(figure.shown()),
                Numbers.exact(figure.exact()),
                trace.formula(),
                trace.factors().stream().map(TracePage::factor).toList(),
                trace.entries().stream()
                        .map(entry -> entry(entry, clocks, open))
                        .toList(),
                trace.snapshots().stream()
                        .flatMap(s -> s.sources().stream())
                        .map(origin -> OriginView.of(origin, open))
                        .toList(),
                trace.omitted());
    }

    /** Block of the day's page that shows the figure; a figure's name begins with account and date. */
    private static String anchor(FigureId id) {
        var place = id.value().split("/", -1);
        if (place.length > 3 && place[2].equals("story")) {
            return switch (place[3]) {
                case "opening" -> "#start";
                case "open", "close" -> "#" + place[3];
                default -> "#block-" + place[3];
            };
        }
        if (place.length > 2 && place[2].equals("hand-over")) {
            return "#hand-over";
        }
        boolean atClose = place.length > 2 && CLOSE.contains(place[2]);
        return atClose ? "#close" : "";
    }

    private static FactorView factor(Factor factor) {
        var figure = factor.figure();
        var source = factor.source();
        return new FactorView(
                factor.name(),
                factor.value(),
                figure == null ? null : SpanView.traceOf(figure.value()),
                source == null ? null : spoken(FxRate.Source.valueOf(source)));
    }

    private static EntryView entry(Trace.Entry entry, Clocks clocks, boolean open) {
        var at = entry.occurredAt();
        return new EntryView(
                entry.about(),
                entry.id().toString(),
                entry.timed() ? clocks.at(at).label() : clocks.date(at) + ", no time of day stated",
                entry.impacts().stream()
                        .map(i -> Numbers.exact(i.amount()) + " " + i.amount().currency() + " at "
                                + Numbers.rate(i.rate()) + ", "
                                + spoken(i.rate().source()))
                        .toList(),
                entry.postings().stream().map(PostingView::of).toList(),
                entry.sources().stream()
                        .map(origin -> OriginView.of(origin, open))
                        .toList());
    }

    private static String spoken(FxRate.Source source) {
        return switch (source) {
            case IDENTITY -> "the same currency";
            case ROW -> "the row's own fxRateToBase";
            case CONVERSION_RATES -> "ConversionRates of the day";
            case DERIVED -> "a section that states both currencies";
            case GATEWAY -> "the gateway's own rate, provisional";
            case CARRIED -> "carried from an earlier day, provisional";
            case CONFIGURED -> "the configured rate, provisional";
        };
    }
}
