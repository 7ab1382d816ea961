package io.flexledger.testing.gateway;

import static io.flexledger.testing.Patience.await;
import static io.flexledger.testing.gateway.Rehearsal.ACCOUNT;
import static io.flexledger.testing.gateway.Rehearsal.APPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.gateway.script.Fill;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults by chance while a client comes back again and again: afterwards the gateway still tells the truth. */
class CampaignTest {

    private static final int FILLS = 120;
    private static final int PERCENT = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void gatewaySurvivesItsFaults(long seed) throws Exception {
        GatewaySettings settings = GatewaySettings.of(Rehearsal.account())
                .withMasterClient(7)
                .withChoppedWrites()
                .withSeed(seed);
        AtomicBoolean over = new AtomicBoolean();
        try (GatewaySimulator gateway = GatewaySimulator.start(settings)) {
            Thread stubborn = Thread.ofVirtual().start(() -> reconnectUntil(over, gateway));
            gateway.randomFaults(seed, PERCENT);
            for (int number = 0; number < FILLS; number++) {
                gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "5", "150.25"));
                Thread.sleep(Duration.ofMillis(5));
            }
            gateway.clearFaults();
            over.set(true);
            stubborn.join();
            assertThat(gateway.connections()).isGreaterThan(3);

            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(logged(gateway))
                            .hasSize(FILLS)
                            .isEqualTo(gateway.tickets().stream()
                                    .map(ticket -> ticket.execution().execId())
                                    .toList()));
        }
    }

    private static void reconnectUntil(AtomicBoolean over, GatewaySimulator gateway) {
        while (!over.get()) {
            try (RawClient client = RawClient.started(gateway, 7)) {
                Instant end = Instant.now().plusMillis(100);
                while (Instant.now().isBefore(end)) {
                    client.sofar();
                }
            } catch (IOException _) {
                Thread.onSpinWait(); // Refused, cut or thrown out: the next attempt follows at once.
            }
        }
    }

    private static List<String> logged(GatewaySimulator gateway) throws IOException {
        try (RawClient client = RawClient.started(gateway, 7)) {
            client.send(7, 3, 9, 0, "", "", "", "", "", "", 7, 0);
            return client.until(55).stream()
                    .filter(fields -> fields.getFirst().equals("11"))
                    .map(fields -> fields.get(14))
                    .toList();
        }
    }
}
