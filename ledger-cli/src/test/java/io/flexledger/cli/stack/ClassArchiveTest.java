package io.flexledger.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(folder.resolve("app"));
        jar = Files.writeString(folder.resolve("app/service.jar"), "one");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void firstRunWritesAndTheNextReads() throws IOException {
        Path written = written(archive("8080").options());
        Files.writeString(written, "classes");

        archive("8080").keep();

        Path read = read(archive("8080").options());
        assertThat(read).hasContent("classes");
        assertThat(read(archive("9090").options())).isEqualTo(read);
    }

    @Test
    void runThatWasKilledLeavesNothing() throws IOException {
        Files.writeString(written(archive("8080").options()), "half the cl");

        Path again = written(archive("8080").options());

        assertThat(again).doesNotExist();
    }

    @Test
    void twoStacksDoNotWriteTheSameFile() {
        assertThat(written(archive("8080").options()))
                .isNotEqualTo(written(archive("9090").options()));
    }

    @Test
    void anotherBuildStartsOverAndTheOldArchiveGoes() throws IOException {
        Files.writeString(written(archive("8080").options()), "old");
        archive("8080").keep();
        Path old = read(archive("8080").options());

        Files.writeString(jar, "two");
        Files.writeString(written(archive("8080").options()), "new");
        archive("8080").keep();

        assertThat(old).doesNotExist();
        assertThat(read(archive("8080").options())).hasContent("new");
    }

    @Test
    void buildThatCannotBeWrittenToRunsWithout() throws IOException {
        Files.writeString(folder.resolve("archive"), "a file where the directory should be");

        assertThat(archive("8080").options()).isEmpty();
    }

    private ClassArchive archive(String stack) {
        return ClassArchive.of(folder.resolve("archive"), folder.resolve("app"), stack);
    }

    private static Path written(List<String> options) {
        return path(options, "-XX:ArchiveClassesAtExit=");
    }

    private static Path read(List<String> options) {
        return path(options, "-XX:SharedArchiveFile=");
    }

    private static Path path(List<String> options, String name) {
        assertThat(options).hasSize(2).element(1).asString().startsWith(name);
        return Path.of(options.get(1).substring(name.length()));
    }
}
