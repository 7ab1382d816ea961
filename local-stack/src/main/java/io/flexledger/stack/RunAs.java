package io.flexledger.stack;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words in front of a PostgreSQL program that make it run as the owner of its files, and never as root.
 *
 * <p>PostgreSQL refuses to run as root, because a hole in it would then own the machine. An ordinary user needs no
 * prefix. For root there are two ways, and each is right where the other fails:
 *
 * <ul>
 *   <li>{@code unshare -U} enters a user namespace in which nobody is mapped. The program loses every privilege and sees
 *       itself as {@code nobody}, while the kernel still treats it as the owner of root's files. So nothing changes
 *       hands, and the files may lie below a directory like {@code /root} that no other user can enter. Some
 *       containers forbid it.
 *   <li>{@code setpriv} really becomes another user, so it needs files of that user: the one who owns the directory when
 *       root starts a stack that belongs to a person, else {@code nobody}, who is given the directory.
 * </ul>
 *
 * @param prefix        empty when this process is not root
 * @param asAnotherUser whether the program can read only what is open to all, or lies in its own directory
 */
record RunAs(List<String> prefix, boolean asAnotherUser) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;
    private static final List<String> UNSHARE = List.of("unshare", "-U");

    static RunAs ownerOf(Path directory) throws IOException {
        if (new UnixSystem().getUid() != ROOT) {
            return new RunAs(List.of(), false);
        }
        if (FileTree.uid(directory) != ROOT) {
            return anotherUser(directory, FileTree.uid(directory), FileTree.gid(directory));
        }
        if (works(UNSHARE, "true")) {
            return new RunAs(UNSHARE, false);
        }
        RunAs nobody = anotherUser(directory.resolveSibling("."), NOBODY, NOBODY);
        FileTree.own(directory, NOBODY, NOBODY);
        return nobody;
    }

    private static RunAs anotherUser(Path reachable, int uid, int gid) {
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
        if (!works(prefix, "true")) {
            throw new PostgresException("PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux)"
                    + " can give the rights up here: start as an ordinary user");
        }
        if (!works(prefix, "test", "-x", reachable.toString())) {
            throw new PostgresException("PostgreSQL does not run as root but as user %d, who cannot enter %s:"
                            .formatted(uid, reachable.normalize())
                    + " keep the data where that user can, as in /var/lib");
        }
        return new RunAs(prefix, true);
    }

    private static boolean works(List<String> prefix, String... program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while looking for a way to give up root's rights", e);
        }
    }
}
