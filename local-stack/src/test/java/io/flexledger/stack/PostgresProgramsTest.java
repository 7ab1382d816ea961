package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

    @Test
    void unpackedTwiceAtOnceTheyAreThereOnceAndWhole(@TempDir Path cache) throws Exception {
        Callable<PostgresPrograms> unpack = () -> PostgresPrograms.unpack(cache);
        Path abandoned = Files.createDirectory(cache.resolve("unpacking-1"));
        Files.createFile(abandoned.resolve("half"));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(3600)));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<PostgresPrograms> unpacked : two.invokeAll(Collections.nCopies(2, unpack))) {
                assertThat(version(unpacked.get())).startsWith("postgres (PostgreSQL) 18.");
            }
        }
        try (Stream<Path> entries = Files.list(cache)) {
            assertThat(entries)
                    .singleElement()
                    .satisfies(home -> assertThat(home.resolve("share/postgresql/timezone"))
                            .isDirectory());
        }
    }

    private static String version(PostgresPrograms programs) throws Exception {
        Process process = new ProcessBuilder(List.of(programs.program("postgres"), "--version")).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
