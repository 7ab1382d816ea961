package io.flexledger.mapper.ibkr;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.mapper.ibkr.column.DateOrder;
import io.flexledger.mapper.ibkr.row.Row;
import io.flexledger.mapper.ibkr.row.RowReader;
import io.flexledger.mapper.ibkr.row.UnreadableStatementException;
import io.flexledger.mapper.ibkr.section.Statement;
import io.flexledger.mapper.reading.Mapping;
import io.flexledger.mapper.reading.MappingSink;
import io.flexledger.mapper.reading.Reason;
import io.flexledger.mapper.reading.Rejection;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;

/** Reads a statement in one pass and states the facts in it. */
public final class StatementMapper {

    /** Part of every artifact's record: a change of rules is a change of this number. */
    public static final String VERSION = "2";

    private StatementMapper() {}

    /**
     * Hands every row, event and rejection to the sink as it is read, in the order of the rows, the statement's own
     * event last. Never throws on input: a statement that cannot be read to its end is a {@link Mapping#unreadable()},
     * and then the sink's content is void.
     */
    public static Mapping map(RawArtifact artifact, StatementBytes bytes, MapperSettings settings, MappingSink sink) {
        try {
            var order = dateOrder(artifact, bytes, settings);
            var completed = withBase(artifact, bytes, settings);
            var statement = new Statement(artifact, order, completed::terms);
            try (var rows = open(artifact, bytes, settings)) {
                return new StatementPass(statement, rows, sink).run();
            }
        } catch (UnreadableStatementException e) {
            return unreadable(e.rejection());
        } catch (IOException e) {
            return unreadable(Rejection.ofArtifact(
                    Reason.UNPARSEABLE,
                    String.valueOf(e.getMessage()),
                    "readable bytes",
                    "ingest the statement again"));
        }
    }

    /** Dates with slashes can only be told from the whole file; every other file is read once. */
    private static DateOrder dateOrder(RawArtifact artifact, StatementBytes bytes, MapperSettings settings)
            throws UnreadableStatementException, IOException {
        try (var rows = open(artifact, bytes, settings)) {
            if (rows.root().values().stream().noneMatch(DateOrder::isSlashed)) {
                return DateOrder.UNDECIDED;
            }
            var order = rows.root().values().stream()
                    .reduce(stated(artifact, rows.root()), DateOrder::after, StatementMapper::first);
            for (Row row = rows.next(); row != null && order == DateOrder.UNDECIDED; row = rows.next()) {
                for (var value : row.values()) {
                    order = order.after(value);
                }
            }
            return order;
        }
    }

    private static MapperSettings withBase(RawArtifact artifact, StatementBytes bytes, MapperSettings settings)
            throws UnreadableStatementException, IOException {
        if (!settings.terms(artifact.account()).baseAssumed()) {
            return settings;
        }
        try (var rows = open(artifact, bytes, settings)) {
            return BaseCurrency.shown(rows)
                    .map(base -> settings.withBase(artifact.account(), base))
                    .orElse(settings);
        }
    }

    /** The ingestor has read the statement's first day already. */
    private static DateOrder stated(RawArtifact artifact, Map<String, String> root) {
        var from = root.get("fromDate");
        if (from == null
                || !DateOrder.isSlashed(from)
                || artifact.from().getMonthValue() == artifact.from().getDayOfMonth()) {
            return DateOrder.UNDECIDED;
        }
        return Integer.parseInt(from, 0, 2, 10) == artifact.from().getDayOfMonth()
                ? DateOrder.DAY_FIRST
                : DateOrder.MONTH_FIRST;
    }

    private static DateOrder first(DateOrder first, DateOrder second) {
        return first;
    }

    private static RowReader open(RawArtifact artifact, StatementBytes bytes, MapperSettings settings)
            throws UnreadableStatementException, IOException {
        var limits = settings.limits();
        long declared = Math.min(artifact.size(), limits.totalBytes());
        return new RowReader(bytes.open(), artifact.charset(), limits.withTotalBytes(declared));
    }

    private static Mapping unreadable(Rejection rejection) {
        return new Mapping(new RowAccount(0, 0, 0, 0, 0), Collections.emptySortedMap(), Map.of(), Map.of(), rejection);
    }
}
