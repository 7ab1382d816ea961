package io.flexledger.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.stack.Ports;
import io.flexledger.stack.ServiceRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedGatewayTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path home;

    @BeforeEach
    void build() throws IOException {
        for (Service service : Service.values()) {
            put(service.module() + "/target/quarkus-app/quarkus-run.jar");
        }
        put("test-support/target/classes/io/flexledger/testing/gateway/GatewaySimulatorMain.class");
    }

    private void put(String file) throws IOException {
        Files.createDirectories(home.resolve(file).resolveSibling("."));
        Files.writeString(home.resolve(file), "");
    }

    private StackPlan plan(Map<String, String> variables) {
        StackDirectory directory = new StackDirectory(home.resolve("data"));
        directory.create();
        return new StackPlan(
                directory, new Installation(home, Path.of("java"), ""), new Ports(20_000), new Settings(variables));
    }

    private static Map<String, String> environment(StackPlan plan, Service service) {
        return plan.program(service, new ServiceRole(service.schema(), "secret"))
                .environment();
    }

    @Test
    void realtimeServiceListensToNothingElse() throws IOException {
        StackPlan plan = plan(Map.of(
                "FLEXLEDGER_GATEWAY_HOST", "gateway.example",
                "FLEXLEDGER_GATEWAY_MODE", "paper",
                "REALTIME_GATEWAY_PORT", "4001"));
        plan.gateway().want(List.of());

        assertThat(environment(plan, Service.REALTIME))
                .containsEntry("FLEXLEDGER_GATEWAY_ENABLED", "true")
                .containsEntry("FLEXLEDGER_GATEWAY_HOST", "127.0.0.1")
                .containsEntry("FLEXLEDGER_GATEWAY_PORT", "20009")
                .containsEntry("FLEXLEDGER_DB_PASSWORD", "secret")
                .doesNotContainKeys("FLEXLEDGER_GATEWAY_MODE", "REALTIME_GATEWAY_PORT");
        assertThat(environment(plan, Service.INGESTOR)).containsEntry("FLEXLEDGER_GATEWAY_HOST", "gateway.example");
    }

    @Test
    void withoutItTheRealtimeServiceIsToldWhatWasSet() {
        assertThat(environment(plan(Map.of("REALTIME_GATEWAY_PORT", "4001")), Service.REALTIME))
                .containsEntry("REALTIME_GATEWAY_PORT", "4001")
                .doesNotContainKey("FLEXLEDGER_GATEWAY_ENABLED");
    }

    @Test
    void playsWhatNoStatementTellsYetUnlessToldOtherwise() throws IOException {
        StackPlan plan = plan(Map.of("GATEWAY_SIMULATOR_OPTIONS", "gap=5  seed=2"));
        plan.gateway().want(List.of());

        assertThat(plan.program(plan.gateway()).command())
                .contains("port=20009", "control=20010", "account=U7000001", "files=" + home.resolve("samples"))
                .containsSubsequence("date=next", "repeat=following", "gap=20", "gap=5", "seed=2");
    }

    @Test
    void dayIsRememberedForWhoeverStartsItAgain() throws IOException {
        StackPlan plan = plan(Map.of());
        Rehearsal rehearsal = new Rehearsal(false, true, LocalDate.of(2025, 7, 18));
        for (Simulator simulator : plan.simulators()) {
            var options = rehearsal.options(simulator);
            if (options.isPresent()) {
                simulator.want(options.get());
            }
        }

        assertThat(plan(Map.of()).wantedSimulators())
                .extracting(Simulator::name)
                .containsExactly("gateway-simulator");
        assertThat(plan.program(plan.gateway()).command())
                .containsSubsequence("date=next", "date=2025-07-18", "repeat=no");
        assertThat(plan.gateway().control()).isEqualTo("http://127.0.0.1:20010/simulator/");
    }
}
