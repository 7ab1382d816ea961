package io.flexledger.ingestor.fetching;

import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.SimulatorSettings;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.QueryRole;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker with three queries of one account: one whole, one put together wrongly, one that is narrow. */
public class SeveralQueries implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "530021846610277394";
    static final String ACCOUNT = "U5500077";
    static final String FULL = "7000001";
    static final String LACKING = "7000002";
    static final String TRADES = "7000003";

    private static final Instant NOW = Instant.parse("2025-07-22T09:00:00Z");

    private static volatile @Nullable FlexSimulator simulator;

    static FlexSimulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    @Override
    public Map<String, String> start() {
        var reports = GeneratedReports.of(StatementSpec.seeded(77)
                .withAccounts(ACCOUNT, 1)
                .withDays(LocalDate.of(2025, 7, 1), 20)
                .withTrades(40));
        var started = FlexSimulator.start(SimulatorSettings.of(
                        TOKEN,
                        reports,
                        SimulatedQuery.of(FULL, "Whole", QueryRole.FULL),
                        SimulatedQuery.of(LACKING, "Lacking", QueryRole.FULL).withSections(QueryRole.TRADES.sections()),
                        SimulatedQuery.of(TRADES, "Narrow", QueryRole.TRADES))
                .withClock(InstantSource.fixed(NOW))
                .with(Limits.NONE));
        simulator = started;
        var settings = new HashMap<String, String>();
        settings.put("ingestor.flex.account", ACCOUNT);
        settings.put("ingestor.flex.token", TOKEN);
        settings.put("ingestor.flex.base-url", started.baseUrl().toString());
        settings.put("ingestor.flex.deadline-seconds", "86400");
        settings.put("ingestor.simulated.start", NOW.toString());
        settings.put("ingestor.simulated.speed", "20000");
        settings.put("ingestor.schedule.enabled", "false");
        settings.put("ingestor.pipeline.mapper-url", "");
        query(settings, 0, FULL, "whole", "full");
        query(settings, 1, LACKING, "lacking", "full");
        query(settings, 2, TRADES, "narrow", "trades");
        return settings;
    }

    private static void query(Map<String, String> settings, int index, String id, String name, String role) {
        var prefix = "flex_query.queries[" + index + "].";
        settings.put(prefix + "id", id);
        settings.put(prefix + "name", name);
        settings.put(prefix + "role", role);
    }

    @Override
    public void stop() {
        simulator().close();
    }
}
