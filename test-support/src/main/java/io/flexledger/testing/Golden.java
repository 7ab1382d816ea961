package io.flexledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Compares a result with a file a person approved.
 *
 * <p>A difference writes the result beside the approved file as {@code *.received} and fails. To approve, look at both
 * and rename the received one, or run the test again with {@code -Dgolden.update=true} and read the diff.
 */
public final class Golden {

    /** Set to {@code true}, results overwrite the approved files and nothing fails. */
    public static final String UPDATE = "golden.update";

    private final Path directory;

    private Golden(Path directory) {
        this.directory = directory;
    }

    /** Approved files in this directory below the module's {@code src/test/resources}. */
    public static Golden in(String directory) {
        return in(Path.of("src", "test", "resources", directory));
    }

    static Golden in(Path directory) {
        return new Golden(directory);
    }

    /**
     * @param name of the approved file, with its ending, such as {@code fill.v1.json}
     */
    public void check(String name, String actual) {
        check(name, actual.getBytes(StandardCharsets.UTF_8));
    }

    /** Byte for byte. */
    public void check(String name, byte[] actual) {
        Path approved = directory.resolve(name);
        Path received = directory.resolve(name + ".received");
        try {
            if (Boolean.getBoolean(UPDATE)) {
                write(approved, actual);
                Files.deleteIfExists(received);
                return;
            }
            compare(approved, received, actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(Path approved, Path received, byte[] actual) throws IOException {
        if (!Files.exists(approved)) {
            write(received, actual);
            throw new AssertionError("%s is not there yet. %s".formatted(approved, hint(approved, received)));
        }
        byte[] expected = Files.readAllBytes(approved);
        int at = Arrays.mismatch(expected, actual);
        if (at < 0) {
            Files.deleteIfExists(received);
            return;
        }
        write(received, actual);
        int line = lineOf(expected, at);
        throw new AssertionError("%s differs from line %d on:%n  approved: %s%n  received: %s%n%s"
                .formatted(approved, line, lineAt(expected, line), lineAt(actual, line), hint(approved, received)));
    }

    private static String hint(Path approved, Path received) {
        return "If the received text is right: mv %s %s, or run again with -D%s=true."
                .formatted(received, approved, UPDATE);
    }

    private static int lineOf(byte[] text, int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length); i++) {
            if (text[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static String lineAt(byte[] text, int line) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .skip(line - 1L)
                .findFirst()
                .orElse("(nothing)");
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content);
    }
}
