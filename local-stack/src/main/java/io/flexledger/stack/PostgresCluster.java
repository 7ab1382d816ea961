package io.flexledger.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data directory and the superuser's password, made once. */
final class PostgresCluster {

    static final String SUPERUSER = "flexledger";

    private static final String UNFINISHED = "pgdata.unfinished.";

    private static final List<String> INITDB = List.of(
            "--username=" + SUPERUSER,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // PostgreSQL's own C.UTF-8: the same order of text on every machine, whatever its C library and locales.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
            // Written to postgresql.conf, so that the owner may change them.
            "--set=shared_buffers=64MB",
            "--set=max_connections=200", // five services, each with two pools
            "--set=timezone=UTC",
            "--set=log_timezone=UTC");

    private PostgresCluster() {}

    /** Returns the superuser's password. */
    static String prepare(PostgresSettings settings, PostgresTools tools) throws IOException {
        if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
            SecretFile.write(settings.password(), SecretFile.newPassword());
            initialise(settings, tools);
        } else if (!Files.exists(settings.password())) {
            throw new PostgresException("%s is missing, but %s holds data: restore the file that belongs to it"
                    .formatted(settings.password(), settings.data()));
        }
        return Files.readString(settings.password());
    }

    /** A directory appears under its name only when complete, so a killed start leaves nothing half made. */
    private static void initialise(PostgresSettings settings, PostgresTools tools) throws IOException {
        removeAbandoned(settings.directory());
        // Not one name for all: initdb goes on for a while when the JVM that started it is killed.
        Path unfinished = settings.directory()
                .resolve(UNFINISHED + ProcessHandle.current().pid());
        long mark = tools.log().end();
        List<String> arguments = new ArrayList<>(INITDB);
        arguments.add("--pwfile=" + settings.password());
        arguments.add("--pgdata=" + unfinished);
        if (!tools.run("initdb", arguments, settings.timeout())) {
            throw new PostgresException("initdb failed for %s:\n%s"
                    .formatted(settings.data(), tools.log().since(mark)));
        }
        Files.move(unfinished, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeAbandoned(Path directory) {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
            for (Path abandoned : unfinished) {
                FileTree.delete(abandoned);
            }
        } catch (IOException | UncheckedIOException _) {
            // Its initdb still writes there; nothing needs it, so it may stay.
        }
    }
}
