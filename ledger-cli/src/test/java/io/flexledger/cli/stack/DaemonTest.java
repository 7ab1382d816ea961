package io.flexledger.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {

    private static final Daemon.Program SLEEPER = new Daemon.Program(
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Sleeper.class.getName()),
            Map.of("GREETING", "good day"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Daemon daemon;

    @BeforeEach
    void prepare() {
        StackDirectory directory = new StackDirectory(folder);
        directory.create();
        daemon = new Daemon("sleeper", directory);
    }

    @AfterEach
    void stop() {
        daemon.process().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void isFoundAgainByAnyoneWhoReadsTheDirectory() throws IOException {
        daemon.start(SLEEPER);

        ProcessHandle process =
                new Daemon("sleeper", new StackDirectory(folder)).process().orElseThrow();

        assertThat(process.isAlive()).isTrue();
        assertThat(folder.resolve("run/sleeper.pid")).hasContent(Long.toString(process.pid()));
    }

    @Test
    void writesToItsLog() throws Exception {
        daemon.start(SLEEPER);

        for (Deadline limit = new Deadline(Duration.ofMinutes(1)); log().isEmpty(); ) {
            limit.pause(Deadline.POLL, () -> "nothing logged");
        }
        assertThat(log()).isEqualTo("good day\n");
    }

    @Test
    void isGoneOnceItHasEnded() throws Exception {
        daemon.start(SLEEPER);
        for (Deadline limit = new Deadline(Duration.ofMinutes(1));
                daemon.process().isEmpty(); ) { // its command is its own a moment after it is there
            limit.pause(Deadline.POLL, () -> "not there");
        }
        daemon.process().orElseThrow().destroyForcibly();

        for (Deadline limit = new Deadline(Duration.ofMinutes(1));
                daemon.process().isPresent(); ) {
            limit.pause(Deadline.POLL, () -> "still there");
        }
    }

    @Test
    void numberThatNowBelongsToAnotherProcessIsNotBelieved() throws IOException {
        Files.writeString(
                folder.resolve("run/sleeper.pid"),
                Long.toString(ProcessHandle.current().pid()));

        assertThat(daemon.process()).isEmpty();
    }

    @Test
    void processOfAnotherStackIsNotBelieved() throws IOException {
        daemon.start(SLEEPER);
        StackDirectory other = new StackDirectory(folder.resolve("other"));
        other.create();
        Files.copy(folder.resolve("run/sleeper.pid"), other.run().resolve("sleeper.pid"));

        assertThat(new Daemon("sleeper", other).process()).isEmpty();
    }

    @Test
    void tornFileNamesNoProcess() throws IOException {
        Files.writeString(folder.resolve("run/sleeper.pid"), "12x");

        assertThat(daemon.process()).isEmpty();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("logs/sleeper.log"));
    }
}
