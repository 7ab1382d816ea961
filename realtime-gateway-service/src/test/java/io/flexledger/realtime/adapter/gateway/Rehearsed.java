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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A simulated gateway and a connection to it. */
final class Rehearsed implements AutoCloseable {

    static final String ACCOUNT = "DU9000001";
    static final int CLIENT = 71;

    static final SessionSettings HASTY = session(Duration.ofMillis(150), null);
    private static final SessionSettings PATIENT = session(Duration.ofSeconds(5), null);

    private final GatewaySimulator simulator;
    private final GatewayConnection connection;
    private final Listening listening = new Listening();

    private Rehearsed(GatewaySettings settings, SessionSettings session) {
        simulator = GatewaySimulator.start(settings);
        connection = new GatewayConnection(new GatewayAddress("127.0.0.1", simulator.port()), session);
    }

    static Rehearsed started() {
        return new Rehearsed(gateway(1), PATIENT);
    }

    /** Loses patience within a fraction of a second. */
    static Rehearsed hasty() {
        return new Rehearsed(gateway(1), HASTY);
    }

    static Rehearsed withAccounts(int accounts) {
        return new Rehearsed(gateway(accounts), PATIENT);
    }

    static Rehearsed with(UnaryOperator<GatewaySettings> change) {
        return new Rehearsed(change.apply(gateway(1)), PATIENT);
    }

    static SessionSettings withFallback(int clientId) {
        return session(Duration.ofSeconds(5), clientId);
    }

    private static GatewaySettings gateway(int accounts) {
        return GatewaySettings.of(IntStream.rangeClosed(1, accounts)
                        .mapToObj(number -> SimulatedAccount.of("DU9%06d".formatted(number), "USD")
                                .withCash("USD", "100000"))
                        .toArray(SimulatedAccount[]::new))
                .withMasterClient(CLIENT);
    }

    private static SessionSettings session(Duration patience, @Nullable Integer fallbackClientId) {
        return new SessionSettings(
                new SessionSettings.Client(CLIENT, fallbackClientId, 40),
                new SessionSettings.Limits(patience, patience, patience, patience, patience.multipliedBy(2)),
                new SessionSettings.Rhythm(patience, patience.multipliedBy(4)),
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

    /** Everything that was sent only reads. */
    void asksNothingButQuestions() {
        assertThat(simulator.traffic().requests())
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.message().id()).isIn(6, 7, 49, 61, 62, 63, 76, 77, 92));
    }

    /** Whatever happened: no order was placed, cancelled, or all of them. */
    @Override
    public void close() {
        connection.stop();
        simulator.close();
        assertThat(simulator.traffic().requests())
                .noneMatch(asked -> Set.of(3, 4, 58).contains(asked.message().id()));
    }
}
