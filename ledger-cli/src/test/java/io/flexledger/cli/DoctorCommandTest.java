package io.flexledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.Shell.Ended;
import io.flexledger.cli.client.StubService;
import io.flexledger.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path home;

    @Test
    void showsWhatTheIngestorFoundAndPassesWithWarnings() throws IOException {
        try (StubService ingestor = new StubService(200, """
                {"checks": [{"name": "database", "status": "pass", "detail": "answers in 2 ms"},
                            {"name": "token", "status": "warn", "detail": "expires in 9 days",
                             "next_step": "renew it"}]}
                """)) {
            Ended ended = doctor(ingestor, "");

            assertThat(ended.code()).isZero();
            assertThat(ingestor.requests()).containsExactly("GET /ingestion/doctor");
            assertThat(ended.out().lines().map(line -> line.replaceAll(" +", " ")))
                    .contains("pass database answers in 2 ms", "warn token expires in 9 days renew it")
                    .anyMatch(line -> line.startsWith("pass java Java "));
        }
    }

    @Test
    void anyFailureEndsWithOne() throws IOException {
        try (StubService ingestor = new StubService(
                200, "{\"checks\": [{\"name\": \"broker\", \"status\": \"fail\", \"detail\": \"away\"}]}")) {
            assertThat(doctor(ingestor, " -o json").code()).isEqualTo(1);
        }
    }

    @Test
    void silentIngestorIsAFailedCheck() {
        Ended ended = new Shell(home).run("doctor", "--ingestor-url", "http://127.0.0.1:1");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("fail", "ingestor-service does not answer");
    }

    @Test
    void withoutAStackTheMachineIsLookedAt() throws IOException {
        Files.createDirectories(home.resolve(".flexledger/default"));
        Ports free = Ports.free();
        Files.writeString(home.resolve(".flexledger/default/stack.json"), "{\"portBase\": %d}".formatted(free.base()));

        Ended ended = new Shell(home).run("doctor", "-o", "csv");

        assertThat(ended.out())
                .contains(
                        "pass,java",
                        ",disk,",
                        "pass,data-directory",
                        "pass,ports",
                        "skip,ingestor,no stack is running");
    }

    @Test
    void takenPortIsAFailedCheck() throws IOException {
        Files.createDirectories(home.resolve(".flexledger/default"));
        Ports ports = Ports.free();
        try (ServerSocket _ = new ServerSocket(ports.base() + 3, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    home.resolve(".flexledger/default/stack.json"), "{\"portBase\": %d}".formatted(ports.base()));

            Ended ended = new Shell(home).run("doctor", "-o", "csv");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).contains("fail,ports");
        }
    }

    private Ended doctor(StubService ingestor, String more) {
        return new Shell(home, Map.of("FLEXLEDGER_INGESTOR_URL", ingestor.url()), false)
                .run(("doctor" + more).split(" "));
    }
}
