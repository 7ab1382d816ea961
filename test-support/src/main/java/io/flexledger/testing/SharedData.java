package io.flexledger.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Where the files of a checkout are: its own root, and the reference data that may lie beside it in {@code ../shared}. That
 * data is not part of the project; a test that needs it says so with {@link #require} and is skipped where it is absent.
 */
public final class SharedData {

    private static final String ROOT_MARK = "mvnw";

    private SharedData() {}

    /** The root of the checkout, from wherever below it a test runs. */
    public static Path projectRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(ROOT_MARK))) {
            directory = Optional.ofNullable(directory.getParent())
                    .orElseThrow(() -> new IllegalStateException(
                            "no " + ROOT_MARK + " above " + Path.of("").toAbsolutePath()));
        }
        return directory;
    }

    /** @param path below the shared directory, for example {@code data/ground-truth/expected.json} */
    public static Optional<Path> find(String path) {
        Path file = projectRoot().resolveSibling("shared").resolve(path);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** The file, or the test that calls is skipped and prints why. */
    public static Path require(String path) {
        Optional<Path> file = find(path);
        if (file.isEmpty()) {
            String reason = "Skipped: the reference data %s is not beside this checkout.".formatted(path);
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return file.orElseThrow();
    }
}
