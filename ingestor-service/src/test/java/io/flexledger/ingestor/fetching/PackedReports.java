package io.flexledger.ingestor.fetching;

import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.SimulatorSettings;
import io.flexledger.testing.flex.report.LargeReports;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker whose reports are below the largest file's size only as long as they are packed. */
public class PackedReports implements QuarkusTestResourceLifecycleManager {

    static final long LIMIT = 2 << 20;

    private static final long UNPACKED = 4 << 20;
    private static final String QUERY = "7300001";
    private static final Instant NOW = Instant.parse("2025-07-22T09:00:00Z");

    private static volatile @Nullable FlexSimulator simulator;

    static FlexSimulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    @Override
    public Map<String, String> start() {
        var account = "U5500088";
        var token = "640177520938146625";
        var reports = new LargeReports(StatementSpec.seeded(88).withAccounts(account, 1), UNPACKED);
        var started = FlexSimulator.start(SimulatorSettings.of(token, reports, SimulatedQuery.full(QUERY))
                .withClock(InstantSource.fixed(NOW))
                .with(Limits.NONE));
        simulator = started;
        return Map.ofEntries(
                Map.entry("ingestor.flex.account", account),
                Map.entry("ingestor.flex.token", token),
                Map.entry("ingestor.flex.query-id", QUERY),
                Map.entry("ingestor.flex.base-url", started.baseUrl().toString()),
                Map.entry("ingestor.flex.deadline-seconds", "86400"),
                Map.entry("ingestor.simulated.start", NOW.toString()),
                Map.entry("ingestor.simulated.speed", "20000"),
                Map.entry("ingestor.schedule.enabled", "false"),
                Map.entry("ingestor.pipeline.mapper-url", ""),
                Map.entry("ingestor.max-file-size", Long.toString(LIMIT)));
    }

    @Override
    public void stop() {
        simulator().close();
    }
}
