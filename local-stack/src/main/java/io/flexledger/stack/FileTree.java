package io.flexledger.stack;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory with everything below it, links not followed. */
final class FileTree {

    private FileTree() {}

    /** A directory root makes below a person's directory belongs to that person. */
    static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        try {
            Files.createDirectory(directory);
            ownLikeParent(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    static void delete(Path root) throws IOException {
        for (Path path : childrenFirst(root)) {
            Files.deleteIfExists(path);
        }
    }

    /** Makes a numeric user and group the owner; the root of the tree is last, so that it tells whether all is done. */
    static void own(Path root, int uid, int gid) throws IOException {
        for (Path path : childrenFirst(root)) {
            ownOne(path, uid, gid);
        }
    }

    /** What root puts into a person's directory must stay readable for that person. */
    static void ownLikeParent(Path path) throws IOException {
        Path parent = path.resolveSibling(".");
        if (uid(path) != uid(parent)) {
            ownOne(path, uid(parent), gid(parent));
        }
    }

    static int uid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    static int gid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:gid");
    }

    private static void ownOne(Path path, int uid, int gid) throws IOException {
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> childrenFirst(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
