package io.flexledger.ingestor.adapter.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.flexledger.ingestor.artifact.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** A directory whose files appear whole or not at all. Symbolic links below it are never followed. */
record Folder(Path path) {

    private static final String UNFINISHED_PREFIX = ".copy-";
    private static final String UNFINISHED_SUFFIX = ".part";

    /** The outermost one, made where there is none. It may be a link itself: that is for its owner to say. */
    static Folder root(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new Folder(directory.toRealPath());
    }

    /** A folder in this one, made where there is none. */
    Folder child(String name) throws IOException {
        var child = path.resolve(name);
        try {
            Files.createDirectory(child);
            force(path);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(child, NOFOLLOW_LINKS)) {
                var refused = new NotDirectoryException(child.toString());
                refused.addSuppressed(e);
                throw refused;
            }
        }
        return new Folder(child);
    }

    /** Those in this one whose names are accepted, links left out. */
    List<Folder> children(Predicate<String> accepts) throws IOException {
        return names(accepts).stream()
                .map(path::resolve)
                .filter(child -> Files.isDirectory(child, NOFOLLOW_LINKS))
                .map(Folder::new)
                .toList();
    }

    /** Names of the files in it, without links and directories, in order. */
    List<String> files() throws IOException {
        return names(_ -> true).stream().filter(this::has).toList();
    }

    private List<String> names(Predicate<String> accepts) throws IOException {
        try (var entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(accepts)
                    .sorted()
                    .toList();
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name), NOFOLLOW_LINKS);
    }

    /** In lower-case hex. */
    String sha256(String name) throws IOException {
        var digest = Sha256.digest();
        try (var bytes = new DigestInputStream(open(name), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    InputStream open(String name) throws IOException {
        return Files.newInputStream(path.resolve(name), NOFOLLOW_LINKS);
    }

    Instant changedAt(String name) throws IOException {
        return Files.getLastModifiedTime(path.resolve(name), NOFOLLOW_LINKS).toInstant();
    }

    void touch(String name, Instant at) throws IOException {
        Files.getFileAttributeView(path.resolve(name), BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .setTimes(FileTime.from(at), null, null);
    }

    /**
     * Writes a file, and over one of that name. It is on the disk when this returns, readable by its owner alone.
     *
     * @param sha256 what the bytes must turn out to be
     */
    void write(String name, InputStream bytes, String sha256, Instant at) throws IOException {
        var unfinished = Files.createTempFile(path, UNFINISHED_PREFIX, UNFINISHED_SUFFIX);
        try {
            var digest = Sha256.digest();
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE, NOFOLLOW_LINKS)) {
                new DigestInputStream(bytes, digest).transferTo(Channels.newOutputStream(channel));
                Files.setLastModifiedTime(unfinished, FileTime.from(at));
                channel.force(true);
            }
            var written = HexFormat.of().formatHex(digest.digest());
            if (!written.equals(sha256)) {
                throw new IOException("%s should have the hash %s and has %s".formatted(name, sha256, written));
            }
            Files.move(unfinished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            force(path);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    void delete(String name) throws IOException {
        Files.delete(path.resolve(name));
        force(path);
    }

    /** Removes what a process left that died while it wrote. */
    void tidy() throws IOException {
        for (var name : files()) {
            if (name.startsWith(UNFINISHED_PREFIX) && name.endsWith(UNFINISHED_SUFFIX)) {
                Files.deleteIfExists(path.resolve(name));
            }
        }
    }

    /** A name lives in its directory, which has to reach the disk as well. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
