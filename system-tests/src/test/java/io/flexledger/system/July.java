package io.flexledger.system;

import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The five month-to-date files of one real account in July 2025, each from a query of its own. */
final class July {

    private static final String DIRECTORY = "data/flex/bearhedge_fntx-ai-v1/July2025";
    private static final String ACCOUNT = "U1000001";

    private July() {}

    /** The files, or the test is skipped and says why. */
    static List<Path> files() {
        try (var files = Files.list(SharedData.require(DIRECTORY))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same statements about another account, so that one stack can take them in several orders. */
    static List<Path> filesOf(String account, Path directory) {
        return files().stream().map(file -> renamed(file, account, directory)).toList();
    }

    private static Path renamed(Path file, String account, Path directory) {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            var copy = Files.createDirectories(directory.resolve(account)).resolve(file.getFileName());
            return Files.writeString(copy, text.replace("accountId=\"" + ACCOUNT, "accountId=\"" + account));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
