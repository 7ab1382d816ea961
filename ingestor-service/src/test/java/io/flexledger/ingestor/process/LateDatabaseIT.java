package io.flexledger.ingestor.process;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.TestStack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service waits for its database, which may start later or be slow on a busy machine. */
class LateDatabaseIT {

    private final Gate gate;

    LateDatabaseIT() throws IOException {
        var stack = TestStack.running();
        gate = new Gate(new InetSocketAddress(stack.dbHost(), stack.dbPort()));
    }

    @AfterEach
    void closeGate() throws IOException {
        gate.close();
    }

    @Test
    void databaseThatStartsLaterIsWaitedFor() throws IOException, InterruptedException {
        try (var service = begin()) {
            await().untilAsserted(() -> assertThat(service.log()).contains("Connection error", "Retrying in 2 sec"));

            gate.open(Duration.ZERO);

            service.awaitReady();
        }
    }

    @Test
    void databaseThatTakesItsTimeIsWaitedFor() throws IOException, InterruptedException {
        gate.open(Duration.ofSeconds(12));

        try (var service = begin()) {
            service.awaitReady();
        }
    }

    private IngestorProcess begin() throws IOException {
        return IngestorProcess.begin(Map.of("FLEXLEDGER_DB_PORT", Integer.toString(gate.port())));
    }
}
