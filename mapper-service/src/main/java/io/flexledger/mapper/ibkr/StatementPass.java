package io.flexledger.mapper.ibkr;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.ibkr.row.Layout;
import io.flexledger.mapper.ibkr.row.Row;
import io.flexledger.mapper.ibkr.row.RowReader;
import io.flexledger.mapper.ibkr.row.UnreadableStatementException;
import io.flexledger.mapper.ibkr.section.Cells;
import io.flexledger.mapper.ibkr.section.KnownColumns;
import io.flexledger.mapper.ibkr.section.Sections;
import io.flexledger.mapper.ibkr.section.Statement;
import io.flexledger.mapper.ibkr.section.UuidTable;
import io.flexledger.mapper.ibkr.section.Verdict;
import io.flexledger.mapper.reading.Mapping;
import io.flexledger.mapper.reading.MappingSink;
import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.Reason;
import io.flexledger.mapper.reading.Rejection;
import io.flexledger.mapper.version.StatedEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One reading of one statement, and its row accounting. */
final class StatementPass {

    /** Sections whose missing columns can leave an amount unexplained. */
    private static final Set<String> COLUMNS_TOLD =
            Set.of("ChangeInNAV", "EquitySummaryInBase", "CashTransactions", "Trades");

    private static final int LAYOUTS_KEPT = 512;
    private static final int COLUMNS_KEPT = 2_000;

    private final Statement statement;
    private final RowReader rows;
    private final MappingSink sink;
    private final StatedEvent.Writer writer = new StatedEvent.Writer();
    private final UuidTable contents = new UuidTable();
    private final Map<Layout, List<String>> unknownColumns = new HashMap<>();
    private final Map<String, Set<String>> columns = new TreeMap<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final SortedSet<AccountId> accounts = new TreeSet<>();

    StatementPass(Statement statement, RowReader rows, MappingSink sink) {
        this.statement = statement;
        this.rows = rows;
        this.sink = sink;
    }

    Mapping run() throws UnreadableStatementException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            take(row);
        }
        statement.end();
        tellDerived();
        rows.sections().keySet().stream()
                .filter(section -> !Sections.isKnown(section))
                .forEach(statement.drift()::section);
        var account = account();
        // The statement's own account last, so that its end is the last event of all.
        accounts.remove(statement.artifact().account());
        accounts.forEach(other -> sink.event(writer.state(statementRead(other, account))));
        sink.event(writer.state(statementRead(statement.artifact().account(), account)));
        return new Mapping(
                account, new TreeMap<>(rows.sections()), statement.drift().counts(), statement.baseStated(), null);
    }

    private void take(Row row) {
        noteColumns(row.layout());
        try {
            switch (Sections.map(new Cells(row, statement))) {
                case Verdict.Stated(var event, var consequences) -> state(row, event, consequences);
                case Verdict.Evidence(var policy) -> count(row, Outcome.EVIDENCE, policy);
                case Verdict.Unmapped(var cause) -> count(row, Outcome.UNMAPPED, cause);
            }
        } catch (RefusedException e) {
            reject(row, e);
        }
        tellDerived();
    }

    private void state(Row row, CanonicalEvent event, List<CanonicalEvent> consequences) {
        var stated = writer.state(event);
        // Odd, so that no content is 0, which stands for none.
        long content = stated.content().hash().getLeastSignificantBits() | 1;
        long before = contents.putIfAbsent(event.id().value(), content);
        if (before != 0 && before != content) {
            throw new RefusedException(
                    Reason.DUPLICATE_KEY,
                    null,
                    event.id().toString(),
                    "one row per fact",
                    "compare both rows with the broker's statement; they carry the same id and say different things");
        }
        count(row, Outcome.MAPPED, null);
        accounts.add(event.account());
        if (before == 0) {
            sink.event(stated);
            consequences.forEach(consequence -> sink.event(writer.state(consequence)));
        }
    }

    private void reject(Row row, RefusedException e) {
        count(row, Outcome.REJECTED, e.reason().name());
        sink.rejected(new Rejection(
                e.reason(), row.section(), row.ordinal(), e.field(), e.value(), e.expectation(), e.nextStep()));
    }

    private void count(Row row, Outcome outcome, @Nullable String reason) {
        counts.merge(outcome, 1, Integer::sum);
        sink.row(row.record(outcome, reason));
    }

    private void tellDerived() {
        statement.takeDerived().forEach(event -> sink.event(writer.state(event)));
    }

    private void noteColumns(Layout layout) {
        if (unknownColumns.size() > LAYOUTS_KEPT) { // only a forged file has as many
            unknownColumns.clear();
        }
        var unknown = unknownColumns.computeIfAbsent(layout, this::newLayout);
        unknown.forEach(column -> statement.drift().attribute(layout.section(), column));
    }

    private List<String> newLayout(Layout layout) {
        boolean mapped = Sections.isMapped(layout.section(), layout.element());
        if (mapped && COLUMNS_TOLD.contains(layout.section())) {
            var told = columns.computeIfAbsent(layout.section(), section -> new TreeSet<>());
            if (told.size() < COLUMNS_KEPT) {
                told.addAll(layout.names());
            }
        }
        var known = KnownColumns.of(layout.section());
        return known.isEmpty()
                ? List.of()
                : layout.names().stream().filter(name -> !known.contains(name)).toList();
    }

    private RowAccount account() {
        int total =
                rows.sections().values().stream().mapToInt(Integer::intValue).sum();
        return new RowAccount(
                total,
                counts.getOrDefault(Outcome.MAPPED, 0),
                counts.getOrDefault(Outcome.EVIDENCE, 0),
                counts.getOrDefault(Outcome.REJECTED, 0),
                counts.getOrDefault(Outcome.UNMAPPED, 0));
    }

    private StatementRead statementRead(AccountId account, RowAccount rowAccount) {
        var artifact = statement.artifact();
        var selected = new TreeMap<String, List<String>>();
        columns.forEach((section, names) -> selected.put(section, new ArrayList<>(names)));
        var fact = new Fact(
                EventId.of(account, "statement-read", artifact.id().sha256()),
                account,
                artifact.to(),
                Moment.of(artifact.to()).instant(Moment.NEW_YORK),
                false,
                artifact.generatedAt(),
                false,
                false,
                new Source(artifact.id(), artifact.query(), Rejection.ARTIFACT, 0));
        return new StatementRead(
                fact,
                artifact.from(),
                artifact.to(),
                artifact.period(),
                new TreeMap<>(rows.sections()),
                selected,
                rowAccount);
    }
}
