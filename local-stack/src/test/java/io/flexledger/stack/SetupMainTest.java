package io.flexledger.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupMainTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void preparesServersThatSomebodyElseRuns(@TempDir Path directory) throws Exception {
        Ports ports = Ports.free();
        PostgresSettings settings = PostgresSettings.of(directory.resolve("postgres"), ports);
        try (PostgresServer postgres = PostgresServer.start(settings);
                KafkaBroker _ = KafkaBroker.start(KafkaSettings.of(directory.resolve("kafka"), ports));
                Admin admin = new KafkaClients(ports.bootstrap()).admin()) {
            Map<String, String> environment = new HashMap<>(passwords("chosen by a person's \\ hand"));
            environment.put("FLEXLEDGER_DB_HOST", "127.0.0.1");
            environment.put("FLEXLEDGER_DB_PORT", Integer.toString(settings.port()));
            environment.put("FLEXLEDGER_DB_ADMIN_USER", PostgresCluster.SUPERUSER);
            environment.put(
                    "FLEXLEDGER_DB_ADMIN_PASSWORD",
                    Files.readString(settings.password()).strip());
            environment.put("FLEXLEDGER_KAFKA_BOOTSTRAP", ports.bootstrap());

            assertThat(run(environment)).as(log.toString(UTF_8)).isZero();
            for (String service : Databases.SERVICES) {
                Sql login = Sql.service(postgres, new ServiceRole(service, "chosen by a person's \\ hand"));
                assertThat(login.value("select current_schema")).isEqualTo(service);
            }
            assertThat(admin.listTopics().names().get())
                    .containsAll(
                            Arrays.stream(Topics.values()).map(Topics::topic).toList());

            environment.putAll(passwords("changed"));
            assertThat(run(environment)).as(log.toString(UTF_8)).isZero();
            assertThat(Sql.service(postgres, new ServiceRole("ledger", "changed"))
                            .value("select 'in'"))
                    .isEqualTo("in");
            assertThat(log.toString(UTF_8)).doesNotContain("chosen by", "changed");

            environment.put("FLEXLEDGER_DB_ADMIN_PASSWORD", "wrong");
            assertThat(run(environment)).isEqualTo(1);
            assertThat(log.toString(UTF_8)).contains("not prepared: FATAL: password authentication failed");
        }
    }

    @Test
    void namesEveryMissingVariable() {
        assertThat(run(Map.of("FLEXLEDGER_DB_HOST", "db", "FLEXLEDGER_DB_PASSWORD_LEDGER", " ")))
                .isEqualTo(2);
        assertThat(log.toString(UTF_8))
                .contains(
                        "FLEXLEDGER_DB_ADMIN_PASSWORD",
                        "FLEXLEDGER_KAFKA_BOOTSTRAP",
                        "FLEXLEDGER_DB_PASSWORD_INGEST",
                        "FLEXLEDGER_DB_PASSWORD_LEDGER")
                .doesNotContain("FLEXLEDGER_DB_HOST");
    }

    private int run(Map<String, String> environment) {
        return SetupMain.run(environment, new PrintStream(log, true, UTF_8));
    }

    private static Map<String, String> passwords(String password) {
        Map<String, String> passwords = new HashMap<>();
        for (String service : Databases.SERVICES) {
            passwords.put("FLEXLEDGER_DB_PASSWORD_" + service.toUpperCase(Locale.ROOT), password);
        }
        return passwords;
    }
}
