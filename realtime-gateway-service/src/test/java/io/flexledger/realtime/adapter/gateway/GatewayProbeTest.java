package io.flexledger.realtime.adapter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.check.GatewayCheck;
import io.flexledger.realtime.session.check.GatewayCheck.Outcome;
import io.flexledger.testing.gateway.fault.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayProbeTest {

    @Test
    void looksByAShortConnectionOfItsOwn() {
        try (Rehearsed gateway = Rehearsed.started()) {
            List<GatewayCheck> checks = gateway.connection()
                    .check(new GatewayAddress("127.0.0.1", gateway.simulator().port()), 5);

            assertThat(checks)
                    .hasSize(7)
                    .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(Outcome.OK));
            assertThat(gateway.simulator().connections()).isEqualTo(1);
            assertThat(gateway.connection().status().state()).isEqualTo(State.DISABLED);
            gateway.asksNothingButQuestions();
        }
    }

    @Test
    void looksAtTheSessionThatStands() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.listening().awaitStatus(status -> status.executionsAt() != null);
            gateway.listening().awaitMessage(Incoming.CurrentTime.class, _ -> true);

            assertThat(gateway.connection().check())
                    .hasSize(7)
                    .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(Outcome.OK));
            assertThat(gateway.simulator().connections()).isEqualTo(1);
        }
    }

    @Test
    void saysWhatIsWrongAndTriesOnce() {
        try (Rehearsed gateway = Rehearsed.hasty()) {
            gateway.simulator().fault(new Fault.Silence());
            List<GatewayCheck> checks = gateway.connection().check();

            assertThat(checks).extracting(GatewayCheck::name).containsExactly("reachable", "version");
            assertThat(checks.getLast().outcome()).isEqualTo(Outcome.FAIL);
            assertThat(gateway.simulator().connections()).isEqualTo(1);
        }
    }

    @Test
    void refused() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.simulator().fault(new Fault.Refused(Duration.ofSeconds(30)));

            assertThat(gateway.connection().check()).singleElement().satisfies(check -> {
                assertThat(check.name()).isEqualTo("reachable");
                assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
                assertThat(check.nextStep()).isNotEmpty();
            });
        }
    }
}
