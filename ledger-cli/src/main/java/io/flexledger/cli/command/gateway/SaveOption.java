package io.flexledger.cli.command.gateway;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Data that is kept in a file of its day, for programs that read files. */
final class SaveOption {

    @Option(
            names = "--save",
            arity = "0..1",
            paramLabel = "DIRECTORY",
            fallbackValue = "data",
            description =
                    "Write a file of that day below this directory, in place of an earlier one, and print its path"
                            + " (without a directory: ${FALLBACK-VALUE} in the checkout).")
    private @Nullable Path directory;

    boolean isWanted() {
        return directory != null;
    }

    /**
     * Whole or not at all. Prints where.
     *
     * @param kind    the directory below the one that was named
     * @param account null where it is of all accounts
     */
    void write(
            Session session, String kind, LocalDate date, @Nullable String account, String extension, String content) {
        Path root = directory == null ? Path.of("") : directory;
        Path place = session.surroundings().home().resolve(root).resolve(kind);
        Path file = place.resolve(date + (account == null ? "" : "-" + account) + "." + extension);
        try {
            Files.createDirectories(place);
            Path unfinished = Files.createTempFile(place, file.getFileName() + ".", ".new");
            Files.writeString(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "cannot write %s: %s".formatted(file, failure),
                    "Name a directory with --save that may be written to.",
                    failure);
        }
        session.out().println(file);
    }
}
