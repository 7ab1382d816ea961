package io.flexledger.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A running server, as it describes itself in {@code postmaster.pid}.
 *
 * @param port  0 while the server has not written it yet
 * @param ready whether it takes connections; false while it starts, recovers or stops
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The server that uses this data directory now; a file left by a dead one does not count. */
    static Optional<Postmaster> running(Path data) throws IOException {
        Optional<Postmaster> written = read(data);
        return written.isPresent() && written.get().uses(data) ? written : Optional.empty();
    }

    /**
     * Removes the file of a dead server whose process number now belongs to another program, which PostgreSQL would
     * take for a living server. Its second check, by shared memory, still finds processes the dead one left behind.
     */
    static void forgetDead(Path data) throws IOException {
        Optional<Postmaster> written = read(data);
        if (written.isPresent()
                && ProcessHandle.of(written.get().pid).isPresent()
                && !written.get().uses(data)) {
            Files.deleteIfExists(file(data));
        }
    }

    private static Optional<Postmaster> read(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file(data));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                Long.parseLong(lines.getFirst().strip()),
                lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0,
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
    }

    /** A server's working directory is its data directory; a dead but not yet reaped process has none. */
    private boolean uses(Path data) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return false;
        }
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return process.get()
                    .info()
                    .command()
                    .filter(program -> program.endsWith("postgres"))
                    .isPresent();
        }
        try {
            return Path.of("/proc", Long.toString(pid), "cwd").toRealPath().equals(data.toRealPath());
        } catch (NoSuchFileException _) {
            return false;
        } catch (AccessDeniedException _) {
            // Unreadable: another person's program cannot be our server; one of ours may be, and must not be disturbed.
            return process.get()
                    .info()
                    .user()
                    .equals(ProcessHandle.current().info().user());
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
