package io.flexledger.realtime.listening;

import io.flexledger.testing.gateway.GatewaySettings;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.wire.Contract;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A gateway on a Thursday afternoon in New York, and a service that listens to it. */
public class SimulatedGateway implements QuarkusTestResourceLifecycleManager {

    static final String ACCOUNT = "DU9000071";
    static final Contract APPLE = Contract.stock(265598, "AAPL", "NASDAQ", "USD");
    static final Instant NOW = Instant.parse("2026-06-11T18:30:00Z");

    private static volatile @Nullable GatewaySimulator simulator;

    /** The one that runs. */
    static GatewaySimulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    @Override
    public Map<String, String> start() {
        SimulatedAccount account = SimulatedAccount.of(ACCOUNT, "HKD")
                .withCash("USD", "1000000")
                .withRate("USD", "7.8")
                .withPosition(APPLE, "100", "290", "292");
        GatewaySimulator started = GatewaySimulator.start(
                GatewaySettings.of(account).withMasterClient(71).withClock(InstantSource.fixed(NOW)));
        simulator = started;
        return Map.ofEntries(
                Map.entry("realtime.gateway.enabled", "true"),
                Map.entry("realtime.gateway.port", Integer.toString(started.port())),
                Map.entry("realtime.gateway.force-port", "true"),
                Map.entry("realtime.gateway.backoff.first", "20ms"),
                Map.entry("realtime.gateway.backoff.most", "200ms"),
                Map.entry("realtime.gateway.backoff.in-outage", "200ms"),
                Map.entry("realtime.gateway.timeouts.greeting", "500ms"),
                Map.entry("realtime.gateway.timeouts.ready", "500ms"),
                Map.entry("realtime.gateway.timeouts.answer", "2s"),
                Map.entry("realtime.gateway.heartbeat.every", "10s"),
                Map.entry("realtime.live.at-most-every", "50ms"));
    }

    @Override
    public void stop() {
        simulator().close();
    }
}
