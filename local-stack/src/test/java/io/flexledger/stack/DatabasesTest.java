package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasesTest {

    @TempDir
    private static Path directory;

    private static PostgresServer server;
    private static Map<String, ServiceRole> roles = Map.of();

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(PostgresSettings.of(directory, Ports.free()));
        roles = Databases.prepare(server);
        for (String service : Databases.SERVICES) {
            as(service).run("create table secret (text text)");
            as(service).run("insert into secret values ('of " + service + "')");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "mapping", "ledger", "report", "realtime"})
    void showsAServiceItsOwnTablesOnly(String service) throws Exception {
        assertThat(as(service).value("select text from secret")).isEqualTo("of " + service);
        assertThat(as(service).value("select schemaname from pg_tables where tableowner = current_user"))
                .isEqualTo(service);
        for (String other : Databases.SERVICES) {
            if (!other.equals(service)) {
                assertThatThrownBy(() -> as(service).value("select text from " + other + ".secret"))
                        .hasMessageContaining("permission denied for schema " + other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create schema another",
                "create table public.shared (id int)",
                "create table ledger.foreign (id int)",
                "create role friend",
                "set role ledger",
                "copy secret to program 'cat'"
            })
    void givesAServiceNothingElse(String statement) {
        assertThatThrownBy(() -> as("report").run(statement)).hasMessageContaining("permission denied");
    }

    @Test
    void refusesAnotherServicesPasswordAndOtherDatabases() {
        ServiceRole impostor = new ServiceRole("ledger", role("report").password());

        assertThatThrownBy(() -> Sql.service(server, impostor).run("select 1"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        server.url("postgres"), "report", role("report").password()))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        assertThat(Databases.prepare(server)).isEqualTo(roles);
        assertThat(as("ledger").value("select text from secret")).isEqualTo("of ledger");
    }

    @Test
    void keepsPasswordsFromOthersAndFromLogs() throws Exception {
        Path file = directory.resolve("roles.properties");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(roles.values()).extracting(ServiceRole::password).doesNotHaveDuplicates();
        for (ServiceRole role : roles.values()) {
            assertThat(role.password()).hasSizeGreaterThanOrEqualTo(32);
            assertThat(role.toString()).doesNotContain(role.password());
            assertThat(directory.resolve("postgres.log")).content().doesNotContain(role.password());
        }
    }

    private static Sql as(String service) {
        return Sql.service(server, role(service));
    }

    private static ServiceRole role(String service) {
        return Objects.requireNonNull(roles.get(service));
    }
}
