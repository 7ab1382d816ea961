package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which ends of a JVM end the server it started. */
class PostgresLifetimeTest {

    @TempDir
    private Path directory;

    private final Ports ports = Ports.free();

    @Test
    void aDetachedServerOutlivesItsJvmAndIsFoundAgain() throws Exception {
        try (JavaProcess jvm = start("detached")) {
            Sql.superuser(attached()).run("create table fact (id int)");
            assertThat(jvm.terminate()).isNotZero();
        }
        PostgresServer found = attached();
        found.close();
        assertThat(Sql.superuser(found).value("select count(*) from fact"))
                .as("closing a detached server leaves it running")
                .isEqualTo("0");
        assertThatThrownBy(() ->
                        PostgresServer.start(PostgresSettings.of(settings().directory(), Ports.free())))
                .hasMessageContaining("already runs on port " + ports.of(StackPort.POSTGRES));
        found.stop();
        assertThat(PostgresServer.attach(settings())).isEmpty();
    }

    @Test
    void aServerWhoseJvmWasKilledIsTakenOverAndThenStopped() throws Exception {
        long orphan;
        try (JavaProcess jvm = start("owned")) {
            orphan = attached().pid();
            jvm.kill();
        }
        try (PostgresServer server = PostgresServer.start(settings())) {
            assertThat(server.pid()).isEqualTo(orphan);
        }
        assertThat(PostgresServer.attach(settings())).isEmpty();
    }

    @Test
    void aTerminatedJvmStopsItsServer() throws Exception {
        try (JavaProcess jvm = start("owned")) {
            assertThat(PostgresServer.attach(settings())).isPresent();
            jvm.terminate();
        }
        assertThat(PostgresServer.attach(settings())).isEmpty();
    }

    private PostgresServer attached() {
        return PostgresServer.attach(settings()).orElseThrow();
    }

    private PostgresSettings settings() {
        return PostgresSettings.of(directory.resolve("postgres"), ports);
    }

    private JavaProcess start(String how) throws Exception {
        List<String> command = List.of(
                JavaProcess.JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                JavaProcess.CLASS_PATH,
                PostgresStarter.class.getName(),
                settings().directory().toString(),
                Integer.toString(ports.base()),
                how);
        return JavaProcess.start(command, directory.resolve(how + ".out")).awaitOutput("PostgreSQL ready");
    }
}
