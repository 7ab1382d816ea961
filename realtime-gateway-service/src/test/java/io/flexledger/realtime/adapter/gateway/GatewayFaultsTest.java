package io.flexledger.realtime.adapter.gateway;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.Trouble;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.net.Listener;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong with a gateway, and how the connection comes out of it. */
class GatewayFaultsTest {

    private static final Contract APPLE = Contract.stock(265598, "AAPL", "NASDAQ", "USD");
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration WHILE = Duration.ofMillis(300);

    @Test
    void refusedForAWhile() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.simulator().fault(new Fault.Refused(WHILE));

            SessionStatus lost = awaitTrouble(gateway, Trouble.GATEWAY_LOST);
            assertThat(lost.nextAttemptAt()).isNotNull();
            assertThat(awaitTrouble(gateway, Trouble.GATEWAY_REFUSED).state()).isEqualTo(State.CONNECTING);
            awaitSession(gateway, State.CONNECTED);
            awaitExecutionsAskedFor(gateway, 2);
        }
    }

    @Test
    void closedAtOnce() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.simulator().fault(new Fault.Hangup());
            gateway.connects();

            assertThat(awaitTrouble(gateway, Trouble.GATEWAY_CLOSED).session()).isEqualTo(1);
        }
    }

    @Test
    void silentThreeTimes() {
        try (Rehearsed gateway = Rehearsed.hasty()) {
            for (int time = 0; time < 3; time++) {
                gateway.simulator().fault(new Fault.Silence());
            }
            gateway.connects();

            assertThat(awaitTrouble(gateway, Trouble.GATEWAY_SILENT).state()).isEqualTo(State.CONNECTING);
            SessionStatus calls = gateway.listening().awaitStatus(status -> status.state() == State.LOGIN_NEEDED);
            assertThat(calls.attempt()).isEqualTo(3);
            assertThat(gateway.connection().status().mishap()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 225})
    void aVersionTooNew(int version) {
        try (Rehearsed gateway = Rehearsed.with(settings -> settings.insistingOn(version))) {
            gateway.connection().start(gateway.listening());

            SessionStatus status = awaitTrouble(gateway, Trouble.GATEWAY_VERSION);
            assertThat(status.state()).isEqualTo(State.CONNECTING);
            assertThat(detail(status)).contains(Integer.toString(version), "176 to 200");
        }
    }

    @Test
    void aVersionTooOld() {
        try (Rehearsed old = Rehearsed.with(settings -> settings.insistingOn(175));
                Rehearsed refusing = Rehearsed.with(settings -> settings.withVersion(175))) {
            old.connection().start(old.listening());
            refusing.connection().start(refusing.listening());

            assertThat(detail(awaitTrouble(old, Trouble.GATEWAY_VERSION))).contains("175");
            awaitTrouble(refusing, Trouble.GATEWAY_CLOSED);
        }
    }

    @Test
    void noGatewayAtAll() {
        Listening listening = new Listening();
        try (Listener web = new Listener(
                0,
                connection -> connection
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            GatewayConnection connection =
                    new GatewayConnection(new GatewayAddress("127.0.0.1", web.port()), Rehearsed.HASTY);
            connection.start(listening);
            listening.awaitStatus(status -> status.trouble() == Trouble.GATEWAY_FOREIGN);
            connection.stop();
        }
    }

    /** Greets, and says nothing more. */
    @Test
    void greetsAndIsNeverReady() {
        byte[] greeting = {0, 0, 0, 9, '2', '0', '0', 0, 'n', 'o', 'o', 'n', 0};
        Listening listening = new Listening();
        try (Listener dialog = new Listener(0, connection -> {
            connection.getOutputStream().write(greeting);
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            GatewayConnection connection =
                    new GatewayConnection(new GatewayAddress("127.0.0.1", dialog.port()), Rehearsed.HASTY);
            connection.start(listening);
            SessionStatus status = listening.awaitStatus(now -> now.state() == State.LOGIN_NEEDED);
            connection.stop();

            assertThat(status.trouble()).isEqualTo(Trouble.GATEWAY_NOT_READY);
            assertThat(status.attempt()).isEqualTo(3);
        }
    }

    @Test
    void anUnknownHost() {
        Listening listening = new Listening();
        GatewayConnection connection =
                new GatewayConnection(new GatewayAddress("gateway.invalid", 4001), Rehearsed.HASTY);
        connection.start(listening);
        SessionStatus status = listening.awaitStatus(now -> now.mishap() != null);
        connection.stop();

        assertThat(status.trouble()).isEqualTo(Trouble.GATEWAY_REFUSED);
        assertThat(detail(status)).contains("gateway.invalid");
    }

    @Test
    void clientIdInUseForAWhile() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.simulator().fault(new Fault.ClientIdTaken(WHILE));
            gateway.connects();

            assertThat(awaitTrouble(gateway, Trouble.GATEWAY_CLIENT_ID).clientId())
                    .isEqualTo(Rehearsed.CLIENT);
            assertThat(gateway.simulator().clients()).containsExactly(Rehearsed.CLIENT);
        }
    }

    @Test
    void anotherClientIdWhereOneIsAllowed() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            Listening second = new Listening();
            GatewayConnection connection =
                    new GatewayConnection(gateway.connection().address(), Rehearsed.withFallback(72));
            connection.start(second);
            SessionStatus refused = second.awaitStatus(status -> status.trouble() == Trouble.GATEWAY_CLIENT_ID);
            SessionStatus connected = second.awaitStatus(status -> status.state() == State.CONNECTED);

            assertThat(Objects.requireNonNull(refused.mishap()).detail()).contains("71");
            assertThat(connected.clientId()).isEqualTo(72);
            assertThat(gateway.simulator().clients()).containsExactly(71, 72);
            connection.stop();
        }
    }

    /** Also within the length, and right after a frame's end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 30})
    void dropsInTheMiddleOfAFrame(int bytes) {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.simulator().fault(new Fault.CutFrame(11, bytes));
            Execution bought = gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "1", "292.79"));

            assertThat(gateway.listening()
                            .awaitMessage(
                                    Incoming.ExecutionReported.class,
                                    told -> told.execution().execId().equals(bought.execId()))
                            .requestId())
                    .isEqualTo(90_000_004);
            assertThat(gateway.listening().frames().getLast().session())
                    .isGreaterThanOrEqualTo(2); // The gateway may take the second for a double of the first.
            gateway.asksNothingButQuestions();
        }
    }

    @Test
    void executionsOfAnOutageWithoutSubscriptionsAreAskedFor() {
        try (Rehearsed gateway = Rehearsed.hasty()) {
            gateway.connects();
            gateway.simulator().fault(new Fault.Outage(MOMENT, false, false));
            assertThat(awaitTrouble(gateway, Trouble.GATEWAY_UPLINK).state()).isEqualTo(State.DEGRADED);
            Execution missed = gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "1", "292.79"));

            gateway.listening()
                    .awaitMessage(
                            Incoming.ExecutionReported.class,
                            told -> told.execution().execId().equals(missed.execId()));
            assertThat(gateway.simulator().connections()).isEqualTo(1);
            await().until(() -> gateway.simulator().traffic().requests(62).size() >= 2
                    && gateway.simulator().traffic().requests(6).size() >= 2
                    && gateway.simulator().traffic().requests(92).size() >= 2);
            assertThat(gateway.connection().status().state()).isEqualTo(State.CONNECTED);
        }
    }

    @Test
    void executionsOfAnOutageWithSubscriptionsAreAskedFor() {
        try (Rehearsed gateway = Rehearsed.hasty()) {
            gateway.connects();
            gateway.simulator().fault(new Fault.Outage(MOMENT, true, false));
            awaitTrouble(gateway, Trouble.GATEWAY_UPLINK);
            Execution missed = gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "1", "292.79"));

            gateway.listening()
                    .awaitMessage(
                            Incoming.ExecutionReported.class,
                            told -> told.execution().execId().equals(missed.execId()));
            awaitExecutionsAskedFor(gateway, 2);
            assertThat(gateway.simulator().traffic().requests(61)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(gateway.simulator().traffic().requests(62)).hasSize(1);
        }
    }

    @Test
    void anAccountThatIsReadyAgainIsAskedForItsExecutions() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.listening().awaitMessage(Incoming.AccountDownloaded.class, _ -> true);
            gateway.simulator().fault(new Fault.NotReady(new BigDecimal("0.00"), MOMENT));

            awaitExecutionsAskedFor(gateway, 2);
        }
    }

    @Test
    void executionsThatNeverEndChangeNothing() {
        try (Rehearsed gateway = Rehearsed.hasty()) {
            gateway.simulator().fault(Fault.OfExecutions.NO_ANSWER);
            gateway.connects();
            SessionStatus status =
                    gateway.listening().awaitStatus(now -> !now.unanswered().isEmpty());

            assertThat(status.state()).isEqualTo(State.CONNECTED);
            assertThat(status.executionsAt()).isNull();
            gateway.connection().refresh();
            gateway.listening()
                    .awaitStatus(now ->
                            now.executionsAt() != null && now.unanswered().isEmpty());
        }
    }

    @Test
    void thrownOutForSendingTooMuch() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.listening().awaitMessage(Incoming.ProfitAndLoss.class, _ -> true); // The last answer.
            gateway.simulator().fault(new Fault.PacingViolation());

            gateway.listening()
                    .awaitStatus(
                            status -> status.nextAttemptAt() != null && status.trouble() == Trouble.GATEWAY_PACING);
            awaitExecutionsAskedFor(gateway, 2);
        }
    }

    static Stream<Fault> harmless() {
        return Stream.of(
                new Fault.UnknownMessage(187),
                new Fault.EscapedText(),
                new Fault.ExtraFields(11, 2),
                new Fault.ExtraFields(4, 1),
                Fault.OfFill.UNSET_REALIZED,
                Fault.OfFill.EXPONENT_COMMISSION,
                Fault.OfFill.COMMISSION_FIRST,
                Fault.OfFill.CORRECTED,
                Fault.OfSummary.DUPLICATE_END);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void staysConnectedThrough(Fault fault) {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.simulator().fault(fault);
            gateway.script().notice(2104, "Market data farm connection is OK:usfarm");
            Execution bought = gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "2", "292.79"));
            gateway.connection().refresh();

            gateway.listening()
                    .awaitMessage(
                            Incoming.CommissionReported.class,
                            told -> told.execId().equals(bought.execId()));
            assertThat(gateway.simulator().connections()).isEqualTo(1);
            assertThat(gateway.connection().status().state()).isEqualTo(State.CONNECTED);
        }
    }

    @Test
    void aGatewayThatDoesNotAnswerAnyMoreIsLeft() {
        List<byte[]> start = List.of(
                new byte[] {0, 0, 0, 9, '2', '0', '0', 0, 'n', 'o', 'o', 'n', 0},
                new byte[] {0, 0, 0, 6, '9', 0, '1', 0, '1', 0},
                new byte[] {0, 0, 0, 8, '1', '5', 0, '1', 0, 'D', 'U', 0});
        Listening listening = new Listening();
        try (Listener wedged = new Listener(0, connection -> {
            for (byte[] frame : start) {
                connection.getOutputStream().write(frame);
            }
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            GatewayConnection connection =
                    new GatewayConnection(new GatewayAddress("127.0.0.1", wedged.port()), Rehearsed.HASTY);
            connection.start(listening);
            SessionStatus doubted = listening.awaitStatus(status -> status.state() == State.DEGRADED);
            SessionStatus left = listening.awaitStatus(status -> status.trouble() == Trouble.GATEWAY_LOST);
            connection.stop();

            assertThat(doubted.trouble()).isEqualTo(Trouble.GATEWAY_UNANSWERED);
            assertThat(detail(left)).contains("sign of life");
        }
    }

    private static SessionStatus awaitTrouble(Rehearsed gateway, Trouble trouble) {
        return gateway.listening().awaitStatus(status -> status.trouble() == trouble);
    }

    private static String detail(SessionStatus status) {
        return Objects.requireNonNull(status.mishap()).detail();
    }

    private static void awaitSession(Rehearsed gateway, State state) {
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> gateway.connection().status().state() == state);
    }

    private static void awaitExecutionsAskedFor(Rehearsed gateway, int times) {
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> gateway.simulator().traffic().requests(7).size() >= times);
    }
}
