package io.flexledger.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of one program as the JVM laid them out in an earlier run, which halves the work of a start.
 *
 * <p>The first run of a build writes the archive when it ends; it counts only once {@link #keep} has seen that the run
 * ended by itself, so a killed one leaves nothing that is read. Whatever goes wrong, the program starts without.
 */
final class ClassArchive {

    // The JVM's opinion of an archive it cannot use is of no interest: it goes on without.
    private static final String SILENT = "-Xlog:cds*=off,aot*=off";
    private static final String SUFFIX = ".jsa";
    private static final String UNFINISHED = ".new";

    private final Path directory;
    private final String build;
    private final String stack;

    private ClassArchive(Path directory, String build, String stack) {
        this.directory = directory;
        this.build = build;
        this.stack = stack;
    }

    /**
     * @param directory of this program's archives
     * @param jars      holds all of the program's jars
     * @param stack     tells apart the stacks that may run the program at the same time
     */
    static ClassArchive of(Path directory, Path jars, String stack) {
        return new ClassArchive(directory, fingerprint(jars), stack);
    }

    /** For the command line of the next run. */
    List<String> options() {
        if (Files.exists(finished())) {
            return List.of(SILENT, "-XX:SharedArchiveFile=" + finished());
        }
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(unfinished());
        } catch (IOException _) {
            return List.of();
        }
        return Files.isWritable(directory) ? List.of(SILENT, "-XX:ArchiveClassesAtExit=" + unfinished()) : List.of();
    }

    /** After the run that wrote it has ended by itself. */
    void keep() {
        try {
            // What this stack wrote with a build that has been replaced meanwhile.
            deleteOthers("-" + stack + UNFINISHED);
            if (Files.exists(unfinished())) {
                deleteOthers(SUFFIX);
                Files.move(unfinished(), finished(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException _) {
            // The next start is as slow as this one was.
        }
    }

    private void deleteOthers(String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> !path.equals(unfinished()))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path finished() {
        return directory.resolve(build + SUFFIX);
    }

    private Path unfinished() {
        return directory.resolve(build + "-" + stack + UNFINISHED);
    }

    /** What the JVM compares too, and refuses an archive for: its own version, and size and time of each jar. */
    private static String fingerprint(Path jars) {
        try (Stream<Path> files = Files.walk(jars)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (Path jar : files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                String line = "%s %d %s\n".formatted(jar, Files.size(jar), Files.getLastModifiedTime(jar));
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
