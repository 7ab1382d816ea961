package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root must take care of; an ordinary user's start is what every other test is. */
class RunAsTest {

    private static final int SOMEBODY = 65_534; // initdb wants a user with a name; nobody has one everywhere

    @TempDir
    private Path directory;

    @BeforeEach
    void onlyRootCanGiveFilesAway() {
        assumeTrue(new UnixSystem().getUid() == 0, "not root, so there are no rights to give up");
    }

    @Test
    void aPersonsServerRunsAsThatPersonAndLeavesThemTheFiles() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        FileTree.own(directory, SOMEBODY, SOMEBODY);

        PostgresSettings settings = PostgresSettings.of(directory.resolve("stack/postgres"), Ports.free());
        try (PostgresServer server = PostgresServer.start(settings)) {
            Databases.prepare(server);
            assertThat(FileTree.uid(Path.of("/proc", Long.toString(server.pid()))))
                    .isEqualTo(SOMEBODY);
        }
        for (Path file : new Path[] {settings.data(), settings.password(), settings.roles(), settings.log()}) {
            assertThat(FileTree.uid(file)).as(file.toString()).isEqualTo(SOMEBODY);
        }
    }

    @Test
    void saysSoWhenThePersonCannotReachTheirDirectory() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Path theirs = Files.createDirectory(directory.resolve("theirs"));
        FileTree.own(theirs, SOMEBODY, SOMEBODY);

        assertThatThrownBy(() -> PostgresServer.start(PostgresSettings.of(theirs, Ports.free())))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("as user " + SOMEBODY)
                .hasMessageContaining("cannot enter " + theirs);
    }
}
