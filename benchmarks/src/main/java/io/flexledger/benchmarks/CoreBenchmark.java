package io.flexledger.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.ledger.book.AccountState;
import io.flexledger.ledger.day.DayFacts;
import io.flexledger.ledger.day.DayFold;
import io.flexledger.ledger.day.LedgerPolicy;
import io.flexledger.ledger.day.Surroundings;
import io.flexledger.mapper.ibkr.MapperSettings;
import io.flexledger.mapper.ibkr.StatementMapper;
import io.flexledger.mapper.ibkr.row.RowLimits;
import io.flexledger.mapper.ibkr.row.RowReader;
import io.flexledger.mapper.ibkr.row.UnreadableStatementException;
import io.flexledger.mapper.reading.MappingSink;
import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.mapper.reading.Rejection;
import io.flexledger.mapper.version.StatedEvent;
import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The pure parts alone: parsing, mapping and folding one generated statement in memory. */
final class CoreBenchmark {

    private static final AccountId ACCOUNT = AccountId.of("U7000001");
    private static final CurrencyCode HKD = CurrencyCode.of("HKD");
    private static final double MEGABYTE = 1_000_000;
    private static final MapperSettings SETTINGS = new MapperSettings(Map.of(), Map.of(), HKD, RowLimits.DEFAULT);

    private final StatementSpec spec;
    private final byte[] statement;
    private final RawArtifact artifact;

    CoreBenchmark(int trades) {
        spec = StatementSpec.seeded(1).withTrades(trades).with(StatementSpec.Breakout.WHOLE_PERIOD);
        statement = element(GeneratedStatement.bytes(spec));
        artifact = new RawArtifact(
                ArtifactId.of("0".repeat(64)),
                ACCOUNT,
                "Generated",
                "AF",
                spec.firstDay(),
                spec.lastDay(),
                "Custom",
                Instant.parse("2025-04-01T08:27:02Z"),
                "UTF-8",
                statement.length);
    }

    /** The FlexStatement of a response that has one. */
    private static byte[] element(byte[] response) {
        var text = new String(response, StandardCharsets.UTF_8);
        var end = "</FlexStatement>";
        return Arrays.copyOfRange(response, text.indexOf("<FlexStatement "), text.indexOf(end) + end.length());
    }

    void run(PrintStream out) throws Exception {
        var events = map(event -> {});
        double[] seconds = Stopwatch.best(List.of(
                this::parse,
                this::keep,
                () -> map(event -> {}),
                () -> map(CoreBenchmark::requireJson),
                () -> fold(events)));
        double parsing = seconds[0];
        double publishing = seconds[3];
        double megabytes = statement.length / MEGABYTE;
        out.printf(
                "statement        %,10.1f MB, %,d trades, %,d rows, %,d events, %d report days%n",
                megabytes,
                spec.trades(),
                keep(),
                events.size(),
                DayFacts.byDay(events).size());
        out.printf("bare StAX        %,10.0f MB/s, every attribute handed out as text%n", megabytes / parsing);
        ratio(out, "rows kept", seconds[1], parsing, "as written, none of their values read");
        ratio(out, "events", seconds[2], parsing, "and their content hashed");
        ratio(out, "events as JSON", publishing, parsing, "as they are published (limit 2)");
        out.printf("events mapped    %,10.0f /s, hash and JSON included%n", events.size() / publishing);
        out.printf("ledger fold      %,10.0f events/s%n", events.size() / seconds[4]);
    }

    private void ratio(PrintStream out, String what, double seconds, double parsing, String remark) {
        out.printf(
                "%-16s %,10.0f MB/s, %.2f x the time of bare StAX, %s%n",
                what, statement.length / MEGABYTE / seconds, seconds / parsing, remark);
    }

    /** What any reader of the statement pays: every attribute handed out as text. */
    private String[] parse() throws XMLStreamException {
        var reader = new InputFactoryImpl().createXMLStreamReader(new ByteArrayInputStream(statement));
        // Kept until the next row, else the JVM may find that nobody needs the texts and not make them.
        var values = new String[RowLimits.DEFAULT.attributes()];
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    values[i] = reader.getAttributeValue(i);
                }
            }
        }
        reader.close();
        return values;
    }

    private int keep() throws UnreadableStatementException {
        int kept = 0;
        try (var rows = new RowReader(new ByteArrayInputStream(statement), "UTF-8", RowLimits.DEFAULT)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                kept = row.record(Outcome.UNMAPPED, null).ordinal();
            }
        }
        return kept;
    }

    private List<CanonicalEvent> map(Consumer<StatedEvent> each) {
        var events = new ArrayList<CanonicalEvent>();
        var mapping =
                StatementMapper.map(artifact, () -> new ByteArrayInputStream(statement), SETTINGS, new MappingSink() {
                    @Override
                    public void row(RawRecord row) {}

                    @Override
                    public void event(StatedEvent event) {
                        each.accept(event);
                        events.add(event.event());
                    }

                    @Override
                    public void rejected(Rejection rejection) {
                        throw new IllegalStateException("a generated row was rejected: " + rejection);
                    }
                });
        if (!mapping.isReadable()) {
            throw new IllegalStateException("the generated statement is unreadable: " + mapping.unreadable());
        }
        return events;
    }

    private static void requireJson(StatedEvent event) {
        if (event.json(false).length == 0) {
            throw new IllegalStateException("an event without JSON: " + event);
        }
    }

    private static AccountState fold(List<CanonicalEvent> events) {
        var surroundings = Surroundings.of(events);
        var policy = new LedgerPolicy(
                Map.of(),
                day -> day.atTime(16, 0).atZone(ZoneId.of("America/New_York")).toInstant());
        var state = AccountState.empty(ACCOUNT, HKD);
        for (var facts : DayFacts.byDay(events).values()) {
            state = DayFold.fold(state, facts, surroundings, null, policy).after();
        }
        return state;
    }
}
