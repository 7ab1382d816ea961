package io.flexledger.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceClientTest {

    @ParameterizedTest
    @CsvSource({"400,USAGE", "404,NOT_FOUND", "409,CONFLICT", "413,FAILED", "422,FAILED", "500,UPSTREAM", "503,UPSTREAM"
    })
    void statusBecomesAnExitCode(int status, ExitCode expected) throws IOException {
        try (StubService stub = new StubService(status, "{}")) {
            assertThatThrownBy(() -> client(stub).getJson("/api/x", Map.of()))
                    .isInstanceOfSatisfying(
                            CommandFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(expected));
        }
    }

    @Test
    void problemGivesItsCodeDetailAndNextStep() throws IOException {
        String problem = """
                {"status": 404, "title": "No such report day", "code": "DAY_NOT_FOUND",
                 "detail": "2025-07-19 is a Saturday", "nextStep": "Ask for one of the days named."}
                """;
        try (StubService stub = new StubService(404, problem)) {
            assertThatThrownBy(() -> client(stub).getJson("/api/x", Map.of()))
                    .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                        assertThat(failure.getMessage()).isEqualTo("DAY_NOT_FOUND: 2025-07-19 is a Saturday");
                        assertThat(failure.nextStep()).isEqualTo("Ask for one of the days named.");
                    });
        }
    }

    @Test
    void pageInsteadOfAProblemIsNamedByItsStatus() throws IOException {
        try (StubService stub = new StubService(502, "<html>")) {
            assertThatThrownBy(() -> client(stub).getJson("/api/x", Map.of()))
                    .hasMessage("report-service: it answered with HTTP status 502");
        }
    }

    @Test
    void silenceIsAnUpstreamFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new ServiceClient("report-service", port).getJson("/api/x", Map.of()))
                .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                    assertThat(failure.exitCode()).isEqualTo(ExitCode.UPSTREAM);
                    assertThat(failure.getMessage()).startsWith("report-service does not answer at http://127.0.0.1:");
                });
    }

    @Test
    void parametersAreEscaped() throws IOException {
        try (StubService stub = new StubService(200, "{}")) {
            client(stub).getJson("/api/x", Map.of("name", "a b&c"));

            assertThat(stub.requests()).containsExactly("GET /api/x?name=a+b%26c");
        }
    }

    private static ServiceClient client(StubService stub) {
        return new ServiceClient("report-service", stub.port());
    }
}
