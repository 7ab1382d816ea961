package io.flexledger.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.live.GatewayStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HearingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final Hearing.Limits LIMITS = new Hearing.Limits(Duration.ofMinutes(5), Duration.ofSeconds(60));

    private static Hearing heard(GatewayStatus... statuses) {
        return Hearing.of(List.of(statuses), AccountId.of("U1"), NOW, LIMITS);
    }

    private static GatewayStatus connected(int secondsAgo) {
        return GatewaySays.status("U1", State.CONNECTED, NOW.minusSeconds(secondsAgo));
    }

    @Test
    void aYoungValueOfAGatewayThatIsHeardIsNotStale() {
        var hearing = heard(connected(5));

        assertThat(hearing.age(NOW.minusSeconds(12))).isEqualTo(Duration.ofSeconds(12));
        assertThat(hearing.isStale(NOW.minusSeconds(300))).isFalse();
        assertThat(hearing.isStale(NOW.minusSeconds(301))).isTrue();
    }

    @Test
    void aServiceThatSaysNothingForAMinuteIsSilentAndItsValuesAreStale() {
        assertThat(heard(connected(60)).isSilent()).isFalse();
        assertThat(heard(connected(61)).isSilent()).isTrue();
        assertThat(heard(connected(61)).isStale(NOW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "CONNECTED")
    void whatWasHeardLastIsStaleWithoutAConnection(State state) {
        assertThat(heard(GatewaySays.status("U1", state, NOW)).isStale(NOW)).isTrue();
    }

    @Test
    void whoIsSwitchedOffIsNotSilent() {
        assertThat(heard(GatewaySays.status("U1", State.DISABLED, NOW.minusSeconds(9999)))
                        .isSilent())
                .isFalse();
    }

    @Test
    void aRehearsedDayIsAsOldAsTheGatewaysClockSays() {
        var then = Instant.parse("2025-07-18T14:30:00Z");
        var hearing = heard(GatewaySays.status("U1", State.CONNECTED, NOW, Duration.between(NOW, then)));

        assertThat(hearing.age(then.minusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(hearing.isStale(then.minusSeconds(30))).isFalse();
    }

    @Test
    void nothingHeardIsStaleAndNotSilent() {
        assertThat(heard().isStale(NOW)).isTrue();
        assertThat(heard().isSilent()).isFalse();
        assertThat(heard().age(NOW.plusSeconds(3))).isZero();
    }

    @Test
    void theAccountsOwnGatewayCounts() {
        var own = GatewaySays.status("U1", State.LOGIN_NEEDED, NOW.minusSeconds(9));
        var other = GatewaySays.status("U2", State.CONNECTED, NOW);

        assertThat(heard(own, other).status()).isEqualTo(own);
        assertThat(Hearing.of(List.of(own, other), AccountId.of("U3"), NOW, LIMITS)
                        .status())
                .isEqualTo(other);
    }
}
