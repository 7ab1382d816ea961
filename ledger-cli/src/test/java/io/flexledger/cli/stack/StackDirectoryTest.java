package io.flexledger.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private StackDirectory directory;

    @BeforeEach
    void create() {
        directory = new StackDirectory(folder.resolve("stack"));
        directory.create();
    }

    @Test
    void remembersThePorts() throws IOException {
        assertThat(directory.ports()).isEmpty();

        directory.remember(new Ports(18_080));

        assertThat(new StackDirectory(directory.root()).ports()).contains(new Ports(18_080));
    }

    @Test
    void unreadableMemoryIsAFailureThatNamesTheFile() throws IOException {
        Files.writeString(directory.root().resolve("stack.json"), "{\"portBase\": ");

        assertThatThrownBy(directory::ports).isInstanceOf(CommandFailure.class).hasMessageContaining("stack.json");
    }

    @Test
    void onlyOneCommandAtATimeWorksOnIt() throws IOException {
        try (StackLock _ = StackLock.take(directory)) {
            assertThatThrownBy(() -> StackLock.take(directory))
                    .isInstanceOfSatisfying(
                            CommandFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFLICT));
        }
        StackLock.take(directory).close();
    }

    @Test
    void endOfALogLeavesStackFramesOut() throws IOException {
        Files.writeString(
                directory.log("kafka"),
                "started\n\nERROR it broke\n\tat a.b.C(C.java:1)\n\t... 9 more\nCaused by: the disk\n\tat a.b.D\n");

        assertThat(directory.logTail("kafka")).isEqualTo("started\nERROR it broke\nCaused by: the disk");
    }

    @Test
    void largeLogStepsAsideWhenItsProcessStarts() throws IOException {
        Path log = directory.log("kafka");
        Files.write(log, new byte[11 * 1024 * 1024]);

        LogRotation.apply(log);

        assertThat(log).doesNotExist();
        assertThat(directory.logs().resolve("kafka.log.1")).hasSize(11 * 1024 * 1024);
    }

    @Test
    void smallLogGoesOn() throws IOException {
        Path log = Files.writeString(directory.log("kafka"), "started\n");

        LogRotation.apply(log);

        assertThat(log).hasContent("started");
    }
}
