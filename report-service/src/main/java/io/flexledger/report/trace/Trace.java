package io.flexledger.report.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.report.day.EntryWords;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.Derivation.Stated;
import io.flexledger.report.figure.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One figure and all it rests on: formula and factors, journal entries with their postings, the events and rows behind
 * them, and the statements those rows are in.
 *
 * @param omitted rows that were not asked for, because the figure rests on very many
 */
public record Trace(
        Figure figure,
        String name,
        String formula,
        List<Factor> factors,
        List<Entry> entries,
        List<Snapshot> snapshots,
        int omitted) {

    /** Rows fetched for one figure: a page a person reads, not an export. */
    private static final int ROWS = 60;

    /**
     * A journal entry behind the figure.
     *
     * @param about in one line
     * @param timed whether the broker states a time of day; else only the date of {@code occurredAt} means something
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(
            EventId id,
            String about,
            LocalDate reportDate,
            Instant occurredAt,
            boolean timed,
            EntryDetail detail,
            List<Posting> postings,
            List<Disposal> disposals,
            List<Impact> impacts,
            List<EventId> events,
            List<Origin> sources) {}

    /** A net asset value behind the figure. */
    public record Snapshot(NavSnapshot.Kind kind, LocalDate date, List<Origin> sources) {}

    /**
     * A row of a statement.
     *
     * @param row       absent where it was not asked for
     * @param statement absent where it was not asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Origin(
            Source place,
            @Nullable Lookup<RawRow> row,
            @Nullable Lookup<RawStatement> statement) {}

    public static Trace of(LedgerDay day, Figure figure, RawRows rawRows) {
        var reader = new Reader(rawRows);
        var derivation = figure.derivation();
        var entries = day.entries().stream()
                .filter(entry -> derivation.entries().contains(entry.id()))
                .map(reader::entry)
                .toList();
        var snapshots = new ArrayList<Snapshot>();
        for (var stated : derivation.snapshots()) {
            var snapshot = snapshot(day, stated);
            if (snapshot != null) {
                snapshots.add(new Snapshot(
                        snapshot.kind(),
                        snapshot.date(),
                        snapshot.sources().stream().map(reader::origin).toList()));
            }
        }
        return new Trace(
                figure,
                figure.name(),
                derivation.formula(),
                derivation.factors(),
                entries,
                snapshots,
                Math.max(0, reader.asked - ROWS));
    }

    private static @Nullable NavSnapshot snapshot(LedgerDay day, Stated stated) {
        var previous = day.previous();
        return switch (stated.kind()) {
            case OFFICIAL -> stated.previousDay() ? (previous == null ? null : previous.official()) : day.official();
            case CALCULATED ->
                stated.previousDay() ? (previous == null ? null : previous.calculated()) : day.calculated();
            case LIVE -> stated.previousDay() ? null : day.live();
        };
    }

    /** Asks for each row and each statement once. */
    private static final class Reader {
        private final RawRows rawRows;
        private final Map<Source, Lookup<RawRow>> rows = new HashMap<>();
        private final Map<ArtifactId, Lookup<RawStatement>> statements = new HashMap<>();
        private int asked;

        private Reader(RawRows rawRows) {
            this.rawRows = rawRows;
        }

        private Entry entry(JournalEntry entry) {
            return new Entry(
                    entry.id(),
                    EntryWords.about(entry.detail()),
                    entry.reportDate(),
                    entry.occurredAt(),
                    entry.timed(),
                    entry.detail(),
                    entry.postings(),
                    entry.disposals(),
                    entry.impacts(),
                    entry.events(),
                    entry.sources().stream().map(this::origin).toList());
        }

        private Origin origin(Source source) {
            if (!rows.containsKey(source)) {
                asked++;
            }
            if (asked > ROWS) {
                return new Origin(source, rows.get(source), statements.get(source.artifact()));
            }
            return new Origin(
                    source,
                    rows.computeIfAbsent(source, rawRows::row),
                    statements.computeIfAbsent(source.artifact(), _ -> rawRows.statement(source)));
        }
    }
}
