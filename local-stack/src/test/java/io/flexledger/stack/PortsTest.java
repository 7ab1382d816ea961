package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void countsUpFromTheBase() {
        Ports ports = new Ports(8080);

        assertThat(StackPort.values())
                .extracting(ports::of)
                .containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087, 8088, 8089, 8090);
        assertThat(ports.of(StackPort.REPORT)).isEqualTo(8080);
        assertThat(ports.of(StackPort.POSTGRES)).isEqualTo(8085);
        assertThat(ports.bootstrap()).isEqualTo("127.0.0.1:8086");
    }

    @Test
    void namesThePortTheProcessAndTheWayOut() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket _ = new ServerSocket(ports.of(StackPort.LEDGER), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + (ports.base() + 3))
                    .hasMessageContaining("ledger-service")
                    .hasMessageContaining("--port-base");
            assertThatCode(() -> ports.requireFree(List.of(StackPort.KAFKA))).doesNotThrowAnyException();
        }
    }

    @Test
    void seesAListenerOnEveryAddress() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket _ = new ServerSocket(ports.of(StackPort.KAFKA))) {
            assertThatThrownBy(ports::requireFree).hasMessageContaining("Kafka broker");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1023, 65_526})
    void refusesABaseWithoutRoomForTheRange(int base) {
        assertThatThrownBy(() -> new Ports(base)).hasMessageContaining(Integer.toString(base));
    }
}
