package io.flexledger.realtime.session.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.session.Mishap;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.Trouble;
import io.flexledger.realtime.session.check.GatewayCheck.Outcome;
import io.flexledger.realtime.session.question.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayChecksTest {

    private static final Instant NOON = Instant.parse("2026-01-15T17:00:00Z");

    @Test
    void allIsWell() {
        List<GatewayCheck> checks = GatewayChecks.of(live(State.CONNECTED, null, Duration.ofMillis(300), Set.of()));

        assertThat(checks)
                .extracting(GatewayCheck::name)
                .containsExactly("reachable", "version", "ready", "broker", "heartbeat", "clock", "executions");
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.outcome()).isEqualTo(Outcome.OK);
            assertThat(check.nextStep()).isEmpty();
        });
        assertThat(checks.get(1).detail()).contains("198");
        assertThat(checks.get(2).detail()).contains("DU9000001");
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_REFUSED, reachable, 1",
        "GATEWAY_CLOSED, version, 2",
        "GATEWAY_SILENT, version, 2",
        "GATEWAY_FOREIGN, version, 2",
        "GATEWAY_VERSION, version, 2",
        "GATEWAY_CLIENT_ID, ready, 3",
        "GATEWAY_NOT_READY, ready, 3"
    })
    void endWithTheStepThatFailed(Trouble trouble, String name, int checks) {
        List<GatewayCheck> made = GatewayChecks.of(away(new Mishap(trouble, "Seen here.")));

        assertThat(made).hasSize(checks);
        assertThat(made.getLast().name()).isEqualTo(name);
        assertThat(made.getLast().outcome()).isEqualTo(Outcome.FAIL);
        assertThat(made.getLast().detail()).endsWith("Seen here.");
        assertThat(made.getLast().nextStep()).isEqualTo(trouble.nextStep());
        assertThat(made.subList(0, checks - 1))
                .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(Outcome.OK));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyTroubleHasACheckThatFails(Trouble trouble) {
        assertThat(GatewayChecks.of(away(new Mishap(trouble, ""))))
                .last()
                .satisfies(check -> assertThat(check.outcome()).isEqualTo(Outcome.FAIL));
    }

    @Test
    void beforeTheFirstAttemptEndsNothingIsKnown() {
        assertThat(GatewayChecks.of(away(null)))
                .singleElement()
                .satisfies(check -> assertThat(check.outcome()).isEqualTo(Outcome.WARN));
    }

    @ParameterizedTest
    @CsvSource({"-2000, OK", "2000, OK", "-2001, WARN", "2001, WARN", "3600000, WARN", "-42536219259, WARN"})
    void clocksMayDifferByTwoSeconds(long millis, Outcome outcome) {
        assertThat(outcomes(live(State.CONNECTED, null, Duration.ofMillis(millis), Set.of())))
                .containsEntry("clock", outcome);
    }

    @Test
    void theClockOfARehearsalIsToldInDays() {
        var status = live(State.CONNECTED, null, Duration.ofMillis(-42_536_219_259L), Set.of());

        assertThat(GatewayChecks.of(status))
                .filteredOn(check -> check.name().equals("clock"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.detail()).isEqualTo("Its clock is -492 days from this machine's.");
                    assertThat(check.nextStep()).startsWith("Nothing in a rehearsal");
                });
    }

    @Test
    void executionsWithoutAnEndAreAWarning() {
        assertThat(outcomes(live(State.CONNECTED, null, Duration.ZERO, Set.of(Asked.EXECUTIONS))))
                .containsEntry("executions", Outcome.WARN)
                .containsEntry("heartbeat", Outcome.OK);
    }

    @Test
    void aLostUplinkFails() {
        assertThat(outcomes(live(State.DEGRADED, new Mishap(Trouble.GATEWAY_UPLINK, ""), Duration.ZERO, Set.of())))
                .containsEntry("broker", Outcome.FAIL)
                .containsEntry("ready", Outcome.OK);
    }

    private static Map<String, Outcome> outcomes(SessionStatus status) {
        return GatewayChecks.of(status).stream().collect(Collectors.toMap(GatewayCheck::name, GatewayCheck::outcome));
    }

    private static SessionStatus live(
            State state, @Nullable Mishap mishap, Duration clockOffset, Set<Asked> unanswered) {
        return new SessionStatus(
                state,
                NOON,
                mishap,
                null,
                0,
                1,
                71,
                198,
                List.of("DU9000001"),
                NOON,
                NOON,
                clockOffset,
                NOON,
                NOON,
                null,
                unanswered);
    }

    private static SessionStatus away(@Nullable Mishap mishap) {
        return new SessionStatus(
                State.CONNECTING,
                NOON,
                mishap,
                NOON,
                1,
                1,
                71,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of());
    }
}
