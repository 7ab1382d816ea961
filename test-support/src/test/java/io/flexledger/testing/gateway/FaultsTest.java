package io.flexledger.testing.gateway;

import static io.flexledger.testing.Patience.await;
import static io.flexledger.testing.gateway.Rehearsal.ACCOUNT;
import static io.flexledger.testing.gateway.Rehearsal.APPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.fault.Fault.OfExecutions;
import io.flexledger.testing.gateway.fault.Fault.OfFill;
import io.flexledger.testing.gateway.fault.FaultDice;
import io.flexledger.testing.gateway.fault.FaultText;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Execution;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final Duration SOON = Duration.ofMillis(200);

    private final GatewaySimulator gateway =
            GatewaySimulator.start(GatewaySettings.of(Rehearsal.account()).withMasterClient(Rehearsal.MASTER));
    private final RawClient client = Rehearsal.client(gateway);

    @AfterEach
    void close() throws IOException {
        client.close();
        gateway.close();
    }

    private Execution fill() {
        return gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "3", "150.25"));
    }

    private List<List<String>> logged() throws IOException {
        client.send(7, 3, 9, 0, "", "", "", "", "", "", 7, 0);
        return client.sofar();
    }

    private static List<String> ids(List<List<String>> messages) {
        return messages.stream().map(List::getFirst).toList();
    }

    @Test
    void outageHidesFillsAndForgetsSubscriptions() throws IOException {
        client.send(62, 1, 1, "All", "NetLiquidation");
        client.until(64);
        gateway.fault(new Fault.Outage(SOON, false, false));
        fill();

        assertThat(ids(client.sofar())).containsExactly("4");
        assertThat(client.next(4)).contains("1101");
        assertThat(client.sofar()).isEmpty();
        assertThat(ids(logged())).containsExactly("11", "59", "55");
    }

    @Test
    void outageMayKeepSubscriptionsAndReplayFills() throws IOException {
        client.send(62, 1, 1, "All", "NetLiquidation");
        client.until(64);
        gateway.fault(new Fault.Outage(SOON, true, true));
        fill();

        assertThat(client.next(4)).contains("1100");
        assertThat(client.next(4)).contains("1102");
        assertThat(ids(client.until(63))).containsExactly("11", "59", "63");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 60, 150})
    void frameIsCutAnywhere(int bytes) throws IOException {
        gateway.fault(new Fault.CutFrame(11, bytes));
        fill();

        assertThatThrownBy(() -> client.next(11)).isInstanceOf(EOFException.class);
        assertThat(gateway.traffic().executions()).isEmpty();
        await().until(() -> gateway.clients().isEmpty());
    }

    @Test
    void connectionsDropAndAreRefused() throws Exception {
        gateway.fault(new Fault.Drop());
        assertThat(client.isEnded()).isTrue();
        gateway.fault(new Fault.Refused(SOON));
        assertThatThrownBy(() -> new RawClient(gateway.port())).isInstanceOf(ConnectException.class);

        await().ignoreExceptions().until(() -> {
            RawClient.started(gateway, 8).close();
            return true;
        });
    }

    @Test
    void nextConnectionsAreHungUpOrMetWithSilence() throws IOException {
        gateway.fault(new Fault.Hangup());
        try (RawClient first = new RawClient(gateway.port())) {
            assertThat(first.isEnded()).isTrue();
        }
        gateway.fault(new Fault.Silence());
        try (RawClient second = new RawClient(gateway.port())) {
            second.hello("v176..200");
            assertThat(second.isSilent(Duration.ofMillis(300))).isTrue();
        }
    }

    @Test
    void nextConnectionsAreOfferedAnotherVersionOrNeverBegin() throws IOException {
        gateway.fault(new Fault.OtherVersion(225));
        try (RawClient first = new RawClient(gateway.port())) {
            first.hello("v176..200");
            assertThat(first.next().getFirst()).isEqualTo("225");
            assertThat(first.isSilent(SOON)).isTrue();
        }
        gateway.fault(new Fault.NeverReady());
        try (RawClient second = new RawClient(gateway.port())) {
            second.hello("v176..200");
            assertThat(second.next().getFirst()).isEqualTo("200");
            second.send(71, 2, 8, "");
            assertThat(second.isSilent(SOON)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outage 5",
                "outage 0.5 lost",
                "outage 5 kept replayed",
                "drop",
                "refused 3",
                "id-taken 2",
                "not-ready 0.00 2",
                "unknown-message",
                "unknown-message 190",
                "escaped-text",
                "pacing",
                "silence",
                "hangup",
                "version 225",
                "never-ready",
                "cut 20",
                "cut 20 11",
                "extra-fields 1 11",
                "duplicate",
                "late-commission",
                "no-commission",
                "no-end",
                "no-answer",
                "fill-unset-realized",
                "fill-exponent-commission",
                "fill-no-order-id",
                "fill-no-commission",
                "fill-commission-first",
                "fill-corrected",
                "summary-duplicate-end"
            })
    void everyFaultHasAName(String text) {
        assertThat(FaultText.parse(text)).isNotNull();
        assertThat(FaultText.GRAMMAR).contains(text.split(" ", 2)[0]);
    }

    @Test
    void namesMeanWhatTheySay() {
        assertThat(FaultText.parse("outage 0.5 lost"))
                .isEqualTo(new Fault.Outage(Duration.ofMillis(500), false, false));
        assertThat(FaultText.parse("cut 20 11")).isEqualTo(new Fault.CutFrame(11, 20));
        assertThat(FaultText.parse("fill-corrected")).isEqualTo(OfFill.CORRECTED);
        assertThatThrownBy(() -> FaultText.parse("explode")).hasMessageContaining("outage <seconds>");
        assertThatThrownBy(() -> FaultText.parse("cut")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyIdIsTakenForAWhile() throws Exception {
        gateway.fault(new Fault.ClientIdTaken(SOON));
        try (RawClient other = new RawClient(gateway.port())) {
            other.hello("v176..200");
            other.next();
            other.send(71, 2, 8, "");

            assertThat(other.next()).contains("326");
        }
        await().ignoreExceptions().until(() -> {
            RawClient.started(gateway, 8).close();
            return true;
        });
    }

    @Test
    void accountsAreNotReadyForAWhile() throws IOException {
        client.send(6, 2, 1, ACCOUNT);
        client.until(54);
        gateway.fault(new Fault.NotReady(new BigDecimal("1.00"), SOON));

        assertThat(client.next(6)).contains("AccountReady", "false");
        assertThat(client.next(6)).contains("NetLiquidation", "1.00");
        assertThat(client.next(fields -> fields.contains("AccountReady"))).contains("true");
        assertThat(client.next(6)).contains("NetLiquidation", "32500.00");
    }

    @ParameterizedTest
    @CsvSource({
        "DUPLICATE, 11 11 11 59 59 55",
        "LATE_COMMISSION, 11 11 59 55 59",
        "NO_COMMISSION, 11 11 59 55",
        "NO_END, 11 11 59 59",
        "NO_ANSWER, ''"
    })
    void executionsAreAnsweredWrongly(OfExecutions fault, String expected) throws IOException {
        fill();
        fill();
        client.sofar();
        gateway.fault(fault);

        assertThat(String.join(" ", ids(logged()))).isEqualTo(expected);
        assertThat(ids(logged())).containsExactly("11", "11", "59", "59", "55");
    }

    @Test
    void fillsArePushedWithWhatIsOdd() throws IOException {
        List.of(OfFill.values()).forEach(gateway::fault);
        gateway.script().fill(Fill.sell(ACCOUNT, APPLE, "1", "150"));
        assertThat(client.next(59).get(5)).isEqualTo("1.7976931348623157E308");
        fill();
        assertThat(client.next(59).get(3)).isEqualTo("1.0E0");
        fill();
        assertThat(client.next(11).get(2)).isEqualTo("2147483647");
        client.next(59);
        fill();
        assertThat(ids(client.sofar())).containsExactly("11");
        fill();
        assertThat(ids(client.sofar())).containsExactly("59", "11");
        assertThat(fill().execId()).endsWith(".02");
        client.next(11);
        assertThat(client.next(11).subList(19, 21)).containsExactly("2", "150.26");
        assertThat(gateway.waitingFaults()).isEmpty();
    }

    @Test
    void messagesHaveWhatNobodyKnows() throws IOException {
        gateway.fault(new Fault.UnknownMessage(187));
        assertThat(client.next().getFirst()).isEqualTo("187");
        gateway.fault(new Fault.EscapedText());
        assertThat(client.next(4).get(3)).contains("Z\\u00fcrich");
        gateway.fault(new Fault.ExtraFields(11, 2));
        fill();
        assertThat(client.next(11)).hasSize(35).endsWith("0", "0");
        gateway.fault(Fault.OfSummary.DUPLICATE_END);
        client.send(62, 1, 1, "All", "Cushion");
        assertThat(ids(client.sofar())).endsWith("63", "64", "64");
    }

    @Test
    void paceIsCalledTooFast() throws IOException {
        gateway.fault(new Fault.PacingViolation());

        assertThat(client.next(4)).contains("100");
        assertThat(client.isEnded()).isTrue();
    }

    @Test
    void choppedWritesCarryTheSameMessages() throws IOException {
        try (GatewaySimulator other = GatewaySimulator.start(GatewaySettings.of(Rehearsal.account())
                        .withMasterClient(Rehearsal.MASTER)
                        .withChoppedWrites()
                        .withSeed(5));
                RawClient watcher = RawClient.started(other, 7)) {
            for (int number = 0; number < 50; number++) {
                other.script().fill(Fill.buy(ACCOUNT, APPLE, "1", "150"));
            }
            List<List<String>> messages = watcher.sofar();

            assertThat(messages)
                    .hasSize(100)
                    .allSatisfy(fields ->
                            assertThat(fields).hasSize(fields.getFirst().equals("11") ? 33 : 8));
        }
    }

    @Test
    void diceFallTheSameForTheSameSeed() {
        assertThat(rolls(3)).isEqualTo(rolls(3)).isNotEqualTo(rolls(4)).contains(Optional.empty());
        assertThat(rolls(3).stream().flatMap(Optional::stream).distinct().count())
                .isGreaterThan(15);
    }

    private static List<Optional<Fault>> rolls(long seed) {
        FaultDice dice = new FaultDice(seed, 50, FaultDice.passing());
        List<Optional<Fault>> rolls = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            rolls.add(dice.roll());
        }
        return rolls;
    }
}
