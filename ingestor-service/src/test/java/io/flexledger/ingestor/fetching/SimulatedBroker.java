package io.flexledger.ingestor.fetching;

import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.SimulatorSettings;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker that answers at once, and a service whose minutes are thirty milliseconds long. */
public class SimulatedBroker implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "428117730159266041";
    static final String ACCOUNT = "U5500001";
    static final String QUERY = "1234567";
    static final Instant NOW = Instant.parse("2025-07-22T09:00:00Z");

    /** How many times as fast the service's time is; 2000 lets a test class take minutes and not outlive the broker's days. */
    static final String SPEED = "speed";

    private static volatile @Nullable FlexSimulator simulator;

    private String speed = "2000";

    /** The one that runs. */
    static FlexSimulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    private static FlexSimulator simulate() {
        var account = GeneratedReports.of(StatementSpec.seeded(11)
                .withAccounts(ACCOUNT, 1)
                .withDays(LocalDate.of(2025, 7, 1), 20)
                .withTrades(40));
        return FlexSimulator.start(SimulatorSettings.of(TOKEN, account, SimulatedQuery.full(QUERY))
                .withClock(InstantSource.fixed(NOW))
                .with(Limits.NONE)
                .withVariedStyle(11));
    }

    @Override
    public void init(Map<String, String> arguments) {
        speed = arguments.getOrDefault(SPEED, speed);
    }

    @Override
    public Map<String, String> start() {
        var started = simulate();
        simulator = started;
        return Map.ofEntries(
                Map.entry("ingestor.flex.account", ACCOUNT),
                Map.entry("ingestor.flex.token", TOKEN),
                Map.entry("ingestor.flex.query-id", QUERY),
                Map.entry("ingestor.flex.base-url", started.baseUrl().toString()),
                // A call takes hours of such a time; what codes cost is tested where no time passes.
                Map.entry("ingestor.flex.deadline-seconds", "86400"),
                Map.entry("ingestor.flex.call-limit", "2s"),
                Map.entry("quarkus.rest-client.flex.read-timeout", "700"),
                Map.entry("ingestor.simulated.start", NOW.toString()),
                Map.entry("ingestor.simulated.speed", speed),
                Map.entry("ingestor.schedule.enabled", "false"),
                Map.entry("ingestor.pipeline.mapper-url", ""),
                Map.entry("ingestor.max-file-size", "8M"));
    }

    @Override
    public void stop() {
        simulator().close();
    }
}
