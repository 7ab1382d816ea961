package io.flexledger.ingestor.process;

import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.SimulatorSettings;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.ReportSource;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A simulated broker with several accounts behind one token, each told by a query of its own. */
final class FlexAccounts implements AutoCloseable {

    static final String TOKEN = "593302817746120958";
    static final Instant NOW = Instant.parse("2025-07-08T09:00:00Z");
    static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    /** Statements of each account, one a day; 4 July has one, too. */
    static final int DAYS = 5;

    private static final int TRADES = 30;
    private static final long FIRST_QUERY = 7_100_000;

    private final int accounts;
    private final long firstAccount = ThreadLocalRandom.current().nextLong(10_000_000, 90_000_000);
    private final FlexSimulator simulator;

    FlexAccounts(int accounts, Limits limits) {
        this.accounts = accounts;
        var lives = new HashMap<String, ReportSource>();
        for (int i = 0; i < accounts; i++) {
            lives.put(
                    query(i),
                    GeneratedReports.of(StatementSpec.seeded(i)
                            .withAccounts(account(i), 1)
                            .withDays(FIRST, DAYS)
                            .withTrades(TRADES)));
        }
        var queries = IntStream.range(0, accounts)
                .mapToObj(i -> SimulatedQuery.full(query(i)))
                .toArray(SimulatedQuery[]::new);
        simulator = FlexSimulator.start(SimulatorSettings.of(
                        TOKEN, order -> lives.get(order.query().id()).find(order), queries)
                .withClock(InstantSource.fixed(NOW))
                .with(limits));
    }

    FlexSimulator simulator() {
        return simulator;
    }

    String account(int index) {
        return "U" + (firstAccount + index);
    }

    String query(int index) {
        return Long.toString(FIRST_QUERY + index);
    }

    /** What starts a run for all days of an account. */
    String order(int index) {
        return """
                {"query": "%s", "from": "%s", "to": "%s"}""".formatted(
                query(index), FIRST, LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(1));
    }

    /** Of a service that asks this broker, as its environment. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("IBKR_FLEX_BASE_URL", simulator.baseUrl().toString());
        settings.put("IBKR_FLEX_TOKEN", TOKEN);
        for (int i = 0; i < accounts; i++) {
            settings.put("FLEX_QUERY_QUERIES_%d__ID".formatted(i), query(i));
            settings.put("FLEX_QUERY_QUERIES_%d__ACCOUNT".formatted(i), account(i));
        }
        return settings;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
