package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    private Path directory;

    private final Ports ports = Ports.free();

    @Test
    void keepsCommittedRowsAcrossRestartsOnAnotherPort() throws Exception {
        try (PostgresServer server = PostgresServer.start(settings())) {
            Sql.superuser(server).run("create table fact (id int)");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(settings().password())))
                    .isEqualTo("rw-------");
        }
        PostgresSettings moved = PostgresSettings.of(directory.resolve("postgres"), Ports.free());
        try (PostgresServer server = PostgresServer.start(moved)) {
            Sql.superuser(server).run("insert into fact values (1)");
            assertThat(Sql.superuser(server).value("select count(*) from fact")).isEqualTo("1");
        }
        assertThat(PostgresServer.attach(moved)).isEmpty();
    }

    @Test
    void recoversFromAKillInTheMiddleOfATransaction() throws Exception {
        PostgresServer killed = PostgresServer.start(settings());
        Sql.superuser(killed).run("create table fact (id int)");
        Sql.superuser(killed).run("insert into fact values (1)");
        try (Connection open = killed.connect("postgres");
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("insert into fact values (2)");
            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

            try (PostgresServer next = PostgresServer.start(settings())) {
                assertThat(next.pid()).isNotEqualTo(killed.pid());
                assertThat(Sql.superuser(next).value("select string_agg(id::text, ',') from fact"))
                        .isEqualTo("1");
                killed.close();
                assertThat(Sql.superuser(next).value("select 1"))
                        .as("closing the dead server leaves its successor alone")
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void startsOverAProcessNumberThatNowBelongsToAnotherProgram() throws Exception {
        PostgresServer.start(settings()).close();
        long living = ProcessHandle.current().pid();
        Files.writeString(settings().data().resolve("postmaster.pid"), living + "\n");

        try (PostgresServer server = PostgresServer.start(settings())) {
            assertThat(Sql.superuser(server).value("select 1")).isEqualTo("1");
        }
    }

    @Test
    void showsTheServersOwnWordsWhenItCannotStart() throws Exception {
        try (ServerSocket _ = new ServerSocket(ports.of(StackPort.POSTGRES), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.start(settings()))
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining("port " + ports.of(StackPort.POSTGRES))
                    .hasMessageContaining("Address already in use");
        }
    }

    private PostgresSettings settings() {
        return PostgresSettings.of(directory.resolve("postgres"), ports).withTimeout(Duration.ofSeconds(30));
    }
}
