package io.flexledger.cli.ingest;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the files that paths stand for; what is packed in them is the ingestor's to unpack, and kept as it came. */
public final class StatementFiles {

    private static final List<String> ENDINGS = List.of(".xml", ".xml.gz", ".gz", ".zip");

    private StatementFiles() {}

    /** In the order of the paths, and by name inside a folder; fails before anything is sent if a path is missing. */
    public static List<Path> find(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw new CommandFailure(ExitCode.NOT_FOUND, "no such file or folder, or not readable: " + path);
            }
            files.addAll(Files.isDirectory(path) ? below(path) : List.of(path));
        }
        return files;
    }

    /** A folder may hold other things; a file that is named itself is taken whatever its name. */
    private static List<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(StatementFiles::looksLikeStatement)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot look into %s: %s".formatted(folder, e), null, e);
        }
    }

    private static boolean looksLikeStatement(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
