package io.flexledger.realtime.adapter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.SessionSettings;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.outage.Backoff;
import io.flexledger.realtime.session.outage.OutageCalendar;
import io.flexledger.realtime.session.outage.WeeklyTime;
import io.flexledger.testing.gateway.GatewaySettings;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConnectionTest {

    private final Listening listener = new Listening();

    static SessionSettings settings() {
        Duration second = Duration.ofSeconds(1);
        return new SessionSettings(
                new SessionSettings.Client(71, null, 40),
                new SessionSettings.Limits(second, second, second, second, second),
                new SessionSettings.Rhythm(second, Duration.ofMinutes(1)),
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(200)),
                new OutageCalendar(ZoneId.of("America/New_York"), List.of(), WeeklyTime.parse("SUNDAY 01:00")));
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 178, 193, 198, 200})
    void connects(int version) {
        SimulatedAccount account = SimulatedAccount.of("DU9000001", "USD").withCash("USD", "100000");
        try (GatewaySimulator gateway = GatewaySimulator.start(
                GatewaySettings.of(account).withVersion(version).withSeed(version))) {
            GatewayConnection connection =
                    new GatewayConnection(new GatewayAddress("127.0.0.1", gateway.port()), settings());
            connection.start(listener);
            SessionStatus status = listener.awaitStatus(s -> s.state() == State.CONNECTED);
            listener.awaitMessage(Incoming.SummaryEnd.class, _ -> true);
            connection.stop();

            assertThat(status.serverVersion()).isEqualTo(version);
            assertThat(status.accounts()).containsExactly("DU9000001");
            assertThat(listener.frames())
                    .allSatisfy(frame -> assertThat(frame.serverVersion()).isEqualTo(version));
        }
    }
}
