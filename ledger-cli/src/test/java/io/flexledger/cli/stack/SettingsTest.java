package io.flexledger.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.stack.Ports;
import io.flexledger.stack.ServiceRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

    private static final String TOKEN = "123456789012345678901234";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_ID,INGESTOR",
        "IBKR_FLEX_TOKEN,INGESTOR",
        "FLEX_TOKEN,INGESTOR",
        "FLEX_QUERY_QUERIES_0__ID,INGESTOR",
        "FLEXLEDGER_MAIL_PASSWORD,REPORT",
        "FLEXLEDGER_ALERTS_WEBHOOK_SECRET,REPORT",
        "INGESTOR_MAX_FILE_SIZE,INGESTOR",
        "LEDGER_FX_RATES_USD,LEDGER"
    })
    void settingReachesItsServiceAlone(String name, Service service) {
        for (Service other : Service.values()) {
            assertThat(new Settings(Map.of(name, "x")).of(other).containsKey(name))
                    .isEqualTo(other == service);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyServiceIsGivenThePlatformsSettings(Service service) {
        assertThat(new Settings(Map.of("FLEXLEDGER_WATCH_DIRECTORY", "/in", "QUARKUS_LOG_LEVEL", "DEBUG")).of(service))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void nothingElseIsHandedOn(Service service) {
        assertThat(new Settings(Map.of(
                                "FLEXLEDGER_DB_PASSWORD_INGEST",
                                "x",
                                "FLEXLEDGER_DB_ADMIN_PASSWORD",
                                "x",
                                "FLEXLEDGER_PORT_REPORT",
                                "9",
                                "FLEXLEDGER_BIND",
                                "0.0.0.0",
                                "DATABASE_URL",
                                "x"))
                        .of(service))
                .isEmpty();
    }

    @Test
    void tokenIsInTheEnvironmentOfTheIngestorAndInNoCommandLine() throws IOException {
        StackPlan plan = plan(Map.of("IBKR_FLEX_TOKEN", TOKEN, "FLEXLEDGER_JAVA_OPTS", "-Xlog:gc -Dx=1"));

        for (Service service : Service.values()) {
            Daemon.Program program = plan.program(service, new ServiceRole(service.schema(), "secret"));

            assertThat(String.join(" ", program.command()))
                    .doesNotContain(TOKEN)
                    .contains("-Xlog:gc -Dx=1");
            assertThat(program.environment().containsValue(TOKEN)).isEqualTo(service == Service.INGESTOR);
        }
    }

    @Test
    void tokenOfThisProcessIsNotInheritedByOthers() throws IOException {
        StackPlan plan = plan(Map.of("IBKR_FLEX_TOKEN", TOKEN));

        for (Service service : Service.values()) {
            Map<String, String> inherited = new HashMap<>(Map.of("IBKR_FLEX_TOKEN", TOKEN, "PATH", "/bin"));
            plan.program(service, new ServiceRole(service.schema(), "secret")).adapt(inherited);

            assertThat(inherited).containsEntry("PATH", "/bin");
            assertThat(inherited.containsKey("IBKR_FLEX_TOKEN")).isEqualTo(service == Service.INGESTOR);
        }
    }

    @Test
    void stacksOwnLoginsAndPortsAreAboveWhatWasSet() throws IOException {
        Map<String, String> environment = plan(Map.of("FLEXLEDGER_DB_PASSWORD", "other", "FLEXLEDGER_HTTP_PORT", "1"))
                .program(Service.INGESTOR, new ServiceRole("ingest", "secret"))
                .environment();

        assertThat(environment)
                .containsEntry("FLEXLEDGER_DB_PASSWORD", "secret")
                .containsEntry("FLEXLEDGER_HTTP_PORT", "20001")
                .containsEntry("FLEXLEDGER_REPORT_URL", "http://127.0.0.1:20000");
    }

    private StackPlan plan(Map<String, String> variables) throws IOException {
        for (Service service : Service.values()) {
            Path jar = home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.resolveSibling("."));
            Files.writeString(jar, "");
        }
        return new StackPlan(
                new StackDirectory(home.resolve("data")),
                new Installation(home, Path.of("java"), ""),
                new Ports(20_000),
                new Settings(variables));
    }
}
