package io.flexledger.realtime.listening;

import io.flexledger.testing.gateway.GatewaySettings;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.wire.Contract;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A gateway whose log-in has two accounts, each with a stock, an option and a short position, and a third with a stock
 * nobody quotes; and a service that listens to it.
 */
public class TwoAccountsGateway implements QuarkusTestResourceLifecycleManager {

    static final String HONG_KONG = "DU9000072";
    static final String NEW_YORK = "DU9000073";
    static final String UNQUOTED = "DU9000074";
    static final Contract APPLE = SimulatedGateway.APPLE;
    static final Contract TESLA = Contract.stock(76792991, "TSLA", "NASDAQ", "USD");
    static final Contract ASML = Contract.stock(117589399, "ASML", "AEB", "EUR");
    static final Contract SHELL = Contract.stock(99999999, "SHLL", "PINK", "USD");
    static final Contract PUT = Contract.option(675811900, "AAPL", "20260618", "P", "280");
    static final Contract CALL = Contract.option(675811965, "AAPL", "20260618", "C", "300");

    private static volatile @Nullable GatewaySimulator simulator;

    /** The one that runs. */
    static GatewaySimulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    @Override
    public Map<String, String> start() {
        GatewaySimulator started =
                GatewaySimulator.start(GatewaySettings.of(inHongKongDollars(), inDollars(), unquoted())
                        .withMasterClient(72)
                        .withClock(InstantSource.fixed(SimulatedGateway.NOW)));
        simulator = started;
        return Map.ofEntries(
                Map.entry("realtime.gateway.enabled", "true"),
                Map.entry("realtime.gateway.name", "two-accounts"),
                Map.entry("realtime.gateway.client-id", "72"),
                Map.entry("realtime.gateway.port", Integer.toString(started.port())),
                Map.entry("realtime.gateway.force-port", "true"),
                Map.entry("realtime.gateway.backoff.first", "20ms"),
                Map.entry("realtime.gateway.backoff.most", "200ms"),
                Map.entry("realtime.gateway.backoff.in-outage", "200ms"),
                Map.entry("realtime.live.at-most-every", "50ms"));
    }

    /** 100,000 USD + 100 x 292 - 2 x 4.10 x 100 - 50 x 321.5 = 112,305 USD; x 7.8 + 50,000 = 925,979 HKD. */
    private static SimulatedAccount inHongKongDollars() {
        return SimulatedAccount.of(HONG_KONG, "HKD")
                .withCash("HKD", "50000")
                .withCash("USD", "100000")
                .withRate("USD", "7.8")
                .withPosition(APPLE, "100", "290", "292")
                .withPosition(PUT, "-2", "350.7", "4.10")
                .withPosition(TESLA, "-50", "330.25", "321.50");
    }

    /** 20,000 + 3 x 6.05 x 100 - 10 x 321.5 = 18,600 USD, and 40 x 650.2 EUR x 1.25 = 32,510; 51,110 USD. */
    private static SimulatedAccount inDollars() {
        return SimulatedAccount.of(NEW_YORK, "USD")
                .withCash("USD", "20000")
                .withRate("EUR", "1.25")
                .withPosition(ASML, "40", "612.8", "650.20")
                .withPosition(CALL, "3", "487.05", "6.05")
                .withPosition(TESLA, "-10", "300", "321.50");
    }

    /** 1,000 + 10 x 292 + 5 x 40 = 4,120 USD, of which the gateway cannot say what the second position is worth. */
    private static SimulatedAccount unquoted() {
        return SimulatedAccount.of(UNQUOTED, "USD")
                .withCash("USD", "1000")
                .withPosition(APPLE, "10", "290", "292")
                .withPosition(SHELL, "5", "38", "40")
                .withoutValueOf(SHELL);
    }

    @Override
    public void stop() {
        simulator().close();
    }
}
