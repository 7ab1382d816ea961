package io.flexledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A checked-in file that a result must equal; {@code -Dgolden.update=true} overwrites it, to be read as a diff. */
public final class ApprovedFile {

    private static final String HINT =
            "%s is not what the code makes. If the new text is right, run again with -Dgolden.update=true"
                    + " and read the diff.";

    private ApprovedFile() {}

    public static void check(Path file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            if (!Files.exists(file)) {
                fail(HINT.formatted(file));
            }
            assertThat(Files.readString(file)).as(HINT.formatted(file)).isEqualTo(actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files in a directory, without this ending. */
    public static SortedSet<String> names(Path directory, String ending) {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
