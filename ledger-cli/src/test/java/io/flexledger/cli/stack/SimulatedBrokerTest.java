package io.flexledger.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.cli.CommandFailure;
import io.flexledger.stack.Ports;
import io.flexledger.stack.ServiceRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedBrokerTest {

    private static final String TOKEN = "123456789012345678901234";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path home;

    @BeforeEach
    void build() throws IOException {
        for (Service service : Service.values()) {
            put(service.module() + "/target/quarkus-app/quarkus-run.jar");
        }
        put("test-support/target/classes/io/flexledger/testing/flex/FlexSimulatorMain.class");
    }

    private static Simulator simulator(StackPlan plan) {
        return plan.simulators().getFirst();
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
    void ingestorAsksNobodyElse() throws IOException {
        StackPlan plan = plan(Map.of(
                "IBKR_FLEX_TOKEN", TOKEN,
                "IBKR_FLEX_BASE_URL", "https://elsewhere.example/",
                "FLEX_QUERY_QUERIES_0__ID", "999"));
        simulator(plan).want(List.of());

        assertThat(environment(plan, Service.INGESTOR))
                .containsEntry("IBKR_FLEX_BASE_URL", "http://127.0.0.1:20008/AccountManagement/FlexWebService/")
                .containsEntry("IBKR_FLEX_QUERY_ID", "1000001")
                .containsEntry("ACCOUNT_ID", "U7000001")
                .containsEntry("FLEXLEDGER_DB_PASSWORD", "secret")
                .doesNotContainKey("FLEX_QUERY_QUERIES_0__ID")
                .doesNotContainValue(TOKEN);
        assertThat(environment(plan, Service.REPORT)).doesNotContainKey("IBKR_FLEX_TOKEN");
    }

    @Test
    void simulatorAndIngestorShareATokenThatIsInNoCommandLine() throws IOException {
        StackPlan plan = plan(Map.of());
        simulator(plan).want(List.of());
        String token = environment(plan, Service.INGESTOR).getOrDefault("IBKR_FLEX_TOKEN", "");

        assertThat(plan.program(simulator(plan)).environment()).containsEntry("FLEX_SIMULATOR_TOKENS", token);
        assertThat(String.join(" ", plan.program(simulator(plan)).command())).doesNotContain(token);
    }

    @Test
    void simulatorLivesInTheTimeOfTheIngestor() {
        StackPlan plan = plan(Map.of(
                "FLEXLEDGER_SIMULATED_START", "2025-07-18T05:00:00-04:00",
                "FLEXLEDGER_SIMULATED_SPEED", "60",
                "FLEX_SIMULATOR_OPTIONS", "seed=2  answers=3"));
        List<String> command = plan.program(simulator(plan)).command();

        assertThat(command)
                .contains("port=20008", "start=2025-07-18T05:00:00-04:00", "speed=60", "seed=2", "answers=3");
    }

    @Test
    void withoutItTheIngestorIsToldWhatWasSet() throws IOException {
        StackPlan plan = plan(Map.of("IBKR_FLEX_TOKEN", TOKEN));
        simulator(plan).want(List.of());
        simulator(plan).forget();

        assertThat(environment(plan, Service.INGESTOR)).containsEntry("IBKR_FLEX_TOKEN", TOKEN);
        assertThat(simulator(plan).isMissing()).isFalse();
    }

    @Test
    void mustBeBuilt() throws IOException {
        Files.delete(home.resolve("test-support/target/classes/io/flexledger/testing/flex/FlexSimulatorMain.class"));

        StackPlan plan = plan(Map.of());
        assertThatThrownBy(() -> plan.program(simulator(plan)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("not built");
    }
}
