package io.flexledger.realtime.adapter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.session.SessionSettings;
import io.flexledger.realtime.session.outage.Backoff;
import io.flexledger.realtime.session.outage.OutageCalendar;
import io.flexledger.realtime.session.outage.WeeklyTime;
import io.flexledger.testing.gateway.GatewaySettings;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.script.GatewayScript;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A simulated gateway and a connection to it that loses patience fast. */
final class Rehearsed implements AutoCloseable {

    static final String ACCOUNT = "DU9000001";
    static final int CLIENT = 71;

    private final GatewaySimulator simulator;
    private final GatewayConnection connection;
    private final Listening listening = new Listening();

    private Rehearsed(GatewaySettings settings, SessionSettings session) {
        simulator = GatewaySimulator.start(settings);
        connection = new GatewayConnection(new GatewayAddress("127.0.0.1", simulator.port()), session);
    }

    static Rehearsed started() {
        return new Rehearsed(gateway(1), session(null));
    }

    /** So many that their requests take longer to leave than others are waited for. */
    static Rehearsed withAccounts(int accounts) {
        SessionSettings hasty = session(null);
        Duration patience = Duration.ofSeconds(10);
        return new Rehearsed(
                gateway(accounts),
                new SessionSettings(
                        hasty.client(),
                        new SessionSettings.Limits(patience, patience, patience, patience, patience),
                        hasty.rhythm(),
                        hasty.backoff(),
                        hasty.outages()));
    }

    static Rehearsed with(UnaryOperator<GatewaySettings> change) {
        return new Rehearsed(change.apply(gateway(1)), session(null));
    }

    static Rehearsed withFallback(int clientId) {
        return new Rehearsed(gateway(1), session(clientId));
    }

    private static GatewaySettings gateway(int accounts) {
        return GatewaySettings.of(IntStream.rangeClosed(1, accounts)
                        .mapToObj(number -> SimulatedAccount.of("DU9%06d".formatted(number), "USD")
                                .withCash("USD", "100000"))
                        .toArray(SimulatedAccount[]::new))
                .withMasterClient(CLIENT);
    }

    static SessionSettings session(@Nullable Integer fallbackClientId) {
        return new SessionSettings(
                new SessionSettings.Client(CLIENT, fallbackClientId, 40),
                new SessionSettings.Limits(
                        Duration.ofMillis(500),
                        Duration.ofMillis(200),
                        Duration.ofMillis(200),
                        Duration.ofMillis(200),
                        Duration.ofMillis(400)),
                new SessionSettings.Rhythm(Duration.ofMillis(200), Duration.ofSeconds(10)),
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(100)),
                new OutageCalendar(ZoneId.of("America/New_York"), List.of(), WeeklyTime.parse("SUNDAY 01:00")));
    }

    void connects() {
        connection.start(listening);
        listening.awaitStatus(status -> status.state() == State.CONNECTED);
    }

    GatewaySimulator simulator() {
        return simulator;
    }

    GatewayScript script() {
        return simulator.script();
    }

    GatewayConnection connection() {
        return connection;
    }

    Listening listening() {
        return listening;
    }

    /** Everything that was sent only reads; placing, cancelling and cancelling all are 3, 4 and 58. */
    void asksNothingButQuestions() {
        assertThat(simulator.traffic().requests())
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.message().id()).isIn(6, 7, 49, 61, 62, 63, 76, 77, 92));
    }

    @Override
    public void close() {
        connection.stop();
        simulator.close();
    }
}
