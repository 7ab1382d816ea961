package io.flexledger.realtime.adapter.gateway;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.GatewayListener;
import io.flexledger.realtime.session.RawFrame;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.session.TrafficLog;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConnectionTest {

    private static final Contract APPLE = Contract.stock(265598, "AAPL", "NASDAQ", "USD");

    @ParameterizedTest
    @ValueSource(ints = {176, 178, 193, 198, 200})
    void speaksEveryVersion(int version) {
        try (Rehearsed gateway = Rehearsed.with(settings -> settings.withVersion(version))) {
            Execution bought = gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "100", "292.79"));
            gateway.connects();
            gateway.listening().awaitMessage(Incoming.ExecutionsEnd.class, end -> end.requestId() == 90_000_004);
            gateway.listening().awaitMessage(Incoming.SummaryEnd.class, _ -> true);
            gateway.listening().awaitMessage(Incoming.PositionsEnd.class, _ -> true);
            gateway.listening().awaitMessage(Incoming.ProfitAndLoss.class, _ -> true);

            SessionStatus status = gateway.connection().status();
            assertThat(status.state()).isEqualTo(State.CONNECTED);
            assertThat(status.serverVersion()).isEqualTo(version);
            assertThat(status.accounts()).containsExactly(Rehearsed.ACCOUNT);
            assertThat(status.clientId()).isEqualTo(Rehearsed.CLIENT);
            assertThat(gateway.listening().frames())
                    .allSatisfy(frame -> assertThat(frame.serverVersion()).isEqualTo(version));
            assertThat(gateway.listening().messages(Incoming.ExecutionReported.class))
                    .singleElement()
                    .satisfies(told -> assertThat(told.execution().execId()).isEqualTo(bought.execId()));
            gateway.asksNothingButQuestions();
        }
    }

    /** The simulator throws a coin for which comes first. */
    @Test
    void isReadyInEitherOrder() {
        boolean accountsFirst = false;
        boolean accountsLast = false;
        for (long seed = 1; seed <= 8; seed++) {
            long thrown = seed;
            try (Rehearsed gateway = Rehearsed.with(settings -> settings.withSeed(thrown))) {
                gateway.connects();
                List<Incoming> messages = gateway.listening().messages();
                boolean first = messages.stream()
                                .filter(message -> message instanceof Incoming.ManagedAccounts
                                        || message instanceof Incoming.NextOrderId)
                                .findFirst()
                                .orElseThrow()
                        instanceof Incoming.ManagedAccounts;
                accountsFirst |= first;
                accountsLast |= !first;
            }
        }
        assertThat(accountsFirst).isTrue();
        assertThat(accountsLast).isTrue();
    }

    @Test
    void survivesFramesThatAreCutAnywhere() {
        try (Rehearsed gateway =
                Rehearsed.with(settings -> settings.withChoppedWrites().withSeed(3))) {
            gateway.connects();
            Execution bought = gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "5", "292.79"));

            gateway.listening()
                    .awaitMessage(
                            Incoming.ExecutionReported.class,
                            told -> told.execution().execId().equals(bought.execId()));
            gateway.listening()
                    .awaitMessage(
                            Incoming.CommissionReported.class,
                            told -> told.execId().equals(bought.execId()));
        }
    }

    @Test
    void keepsEveryFrameInOrderWithItsSession() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            for (int fill = 0; fill < 50; fill++) {
                gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "1", "292.79"));
            }
            gateway.listening()
                    .awaitMessage(
                            Incoming.CommissionReported.class,
                            told -> told.execId()
                                    .equals(gateway.simulator()
                                            .tickets()
                                            .getLast()
                                            .execution()
                                            .execId()));
            List<String> sent = gateway.simulator().traffic().executions().stream()
                    .map(TrafficLog.Sent::execId)
                    .toList();

            assertThat(gateway.listening().messages(Incoming.ExecutionReported.class))
                    .extracting(told -> told.execution().execId())
                    .containsExactlyElementsOf(sent);
            assertThat(gateway.listening().frames())
                    .extracting(RawFrame::session)
                    .containsOnly(1L);
            assertThat(gateway.listening().frames())
                    .extracting(RawFrame::receivedAt)
                    .isSorted();
        }
    }

    @Test
    void severalAccountsAreAskedForOneByOne() {
        try (Rehearsed gateway = Rehearsed.withAccounts(2)) {
            gateway.connects();
            gateway.listening()
                    .awaitMessage(Incoming.AccountValuesMultiEnd.class, end -> end.requestId() == 90_100_001);
            gateway.listening().awaitMessage(Incoming.ProfitAndLoss.class, told -> told.requestId() == 90_200_001);

            assertThat(gateway.connection().status().accounts()).hasSize(2);
            assertThat(gateway.simulator().traffic().requests(6)).isEmpty();
            gateway.asksNothingButQuestions();
        }
    }

    @Test
    void sendsNoMoreThanTheGatewayTakes() {
        try (Rehearsed gateway = Rehearsed.withAccounts(30)) { // 63 requests
            gateway.connects();
            gateway.listening().awaitMessage(Incoming.ProfitAndLoss.class, told -> told.requestId() == 90_200_029);

            assertThat(gateway.simulator().traffic().peakRate(Rehearsed.CLIENT)).isLessThan(50);
            assertThat(gateway.listening().messages(Incoming.Notice.class)).noneMatch(notice -> notice.code() == 100);
        }
    }

    @Test
    void refreshAsksAgain() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.listening().awaitMessage(Incoming.SummaryEnd.class, _ -> true);
            gateway.listening().awaitMessage(Incoming.ExecutionsEnd.class, _ -> true);
            gateway.listening().frames().clear();
            gateway.connection().refresh();
            gateway.listening().awaitMessage(Incoming.SummaryEnd.class, _ -> true);

            assertThat(gateway.simulator().traffic().requests(7))
                    .hasSize(2)
                    .extracting(asked -> asked.message().fields())
                    .containsOnly(gateway.simulator()
                            .traffic()
                            .requests(7)
                            .getFirst()
                            .message()
                            .fields());
            assertThat(gateway.simulator().traffic().requests(61)).hasSize(2);
            assertThat(gateway.simulator().traffic().requests(63)).hasSize(1);
        }
    }

    @Test
    void tellsTheGatewaysClock() {
        try (Rehearsed gateway = Rehearsed.with(
                settings -> settings.withClock(() -> Instant.now().minusSeconds(86_400)))) {
            gateway.connects();
            gateway.listening().awaitMessage(Incoming.CurrentTime.class, _ -> true);
            gateway.listening().awaitMessage(Incoming.SummaryEnd.class, _ -> true);

            assertThat(gateway.connection().status().clockOffset())
                    .isBetween(Duration.ofSeconds(-86_402), Duration.ofSeconds(-86_398));
        }
    }

    @Test
    void stopsAndStartsAgain() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.connection().stop();
            assertThat(gateway.connection().status().state()).isEqualTo(State.DISABLED);
            assertThat(gateway.listening().states().getLast().state()).isEqualTo(State.DISABLED);
            int frames = gateway.listening().frames().size();

            gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "1", "292.79"));
            assertThat(gateway.listening().frames()).hasSize(frames);
            gateway.listening().states().clear();
            gateway.connects();
            assertThatIllegalStateException().isThrownBy(gateway::connects);
        }
    }

    @Test
    void aListenerThatFailsHearsEverythingInANewSession() {
        try (Rehearsed gateway = Rehearsed.started()) {
            gateway.connects();
            gateway.listening().failOnce();
            Execution bought = gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "1", "292.79"));

            gateway.listening()
                    .awaitMessage(
                            Incoming.ExecutionReported.class,
                            told -> told.execution().execId().equals(bought.execId())
                                    && told.requestId() == 90_000_004);
            assertThat(gateway.listening().frames().getLast().session()).isGreaterThan(1);
        }
    }

    @Test
    void anErrorCostsTheConnectionAtMost() {
        var connection = new GatewayConnection(new GatewayAddress("127.0.0.1", 1), Rehearsed.HASTY);
        var told = new AtomicInteger();
        connection.start(new GatewayListener() {
            @Override
            public void heard(RawFrame frame) {}

            @Override
            public void changed(SessionStatus status) {
                if (told.incrementAndGet() == 2) {
                    throw new OutOfMemoryError("for a moment");
                }
            }
        });

        await().until(() -> connection.status().session() > 3);
        assertThat(connection.broken()).isNull();
        connection.stop();
    }

    @Test
    void aSlowListenerLosesNothingAndIsNotTakenForASilentGateway() {
        try (Rehearsed gateway = Rehearsed.hasty()) {
            gateway.connects();
            gateway.listening().slowDown(Duration.ofMillis(2)); // in all longer than two signs of life may take
            for (int fill = 0; fill < 20; fill++) {
                gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "1", "292.79"));
            }
            gateway.listening()
                    .awaitMessage(
                            Incoming.CommissionReported.class,
                            told -> told.execId()
                                    .equals(gateway.simulator()
                                            .tickets()
                                            .getLast()
                                            .execution()
                                            .execId()));

            assertThat(gateway.simulator().connections()).isEqualTo(1);
        }
    }
}
