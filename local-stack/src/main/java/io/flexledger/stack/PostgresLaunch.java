package io.flexledger.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt after another to get a server ready, until the time is over. */
final class PostgresLaunch {

    private static final Duration POLL = Duration.ofMillis(30);

    // What the contract with the services needs, on the command line: it wins over postgresql.conf.
    private static final List<String> CONTRACT = List.of(
            "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=",
            "-c", "fsync=on",
            "-c", "synchronous_commit=on",
            "-c", "full_page_writes=on",
            "-c", "log_destination=stderr",
            "-c", "logging_collector=off");

    private final PostgresSettings settings;
    private final PostgresTools tools;
    private final Instant deadline;

    PostgresLaunch(PostgresSettings settings, PostgresTools tools) {
        this.settings = settings;
        this.tools = tools;
        this.deadline = Instant.now().plus(settings.timeout());
    }

    /** Returns the server when it is a child of this JVM; empty when it is detached or was running before. */
    Optional<Process> untilReady(boolean detached) throws IOException {
        while (true) {
            long mark = tools.log().end();
            if (Postmaster.running(settings.data()).isPresent()) {
                if (awaitReady(null, mark)) {
                    return Optional.empty();
                }
                continue; // it was stopping, and now has stopped
            }
            Postmaster.forgetDead(settings.data());
            Process process = detached ? startDetached() : startChild();
            if (awaitReady(process, mark)) {
                return detached ? Optional.empty() : Optional.of(process);
            }
            checkRetry(mark);
        }
    }

    private Process startChild() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", settings.data().toString()));
        arguments.addAll(options());
        return tools.start("postgres", arguments);
    }

    /** {@code pg_ctl} gives the server a session of its own, so neither this JVM's end nor Ctrl-C in its terminal stops it. */
    private Process startDetached() throws IOException {
        return tools.start(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--silent",
                        "--pgdata=" + settings.data(),
                        "--log=" + tools.log().file(),
                        "--timeout=" + Math.max(1, left().toSeconds()),
                        "--options=" + String.join(" ", options())));
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(settings.port())));
        options.addAll(CONTRACT);
        return options;
    }

    /** False when the process, or without one the running server, ended before it was ready. */
    private boolean awaitReady(@Nullable Process process, long mark) throws IOException {
        while (left().isPositive()) {
            boolean over = process == null
                    ? Postmaster.running(settings.data()).isEmpty()
                    : PostgresTools.ended(process, Duration.ZERO);
            if (Postmaster.running(settings.data()).filter(Postmaster::ready).isPresent()) {
                return true;
            }
            if (over) {
                return false;
            }
            pause();
        }
        if (process != null) {
            process.destroy();
        }
        throw failure("is not ready after " + settings.timeout(), mark);
    }

    /** After kill -9 the dead server's children take a moment to notice; nobody may start before they are gone. */
    private void checkRetry(long mark) throws IOException {
        boolean orphans = tools.log().since(mark).contains("pre-existing shared memory block");
        if (!orphans || !left().isPositive()) {
            throw failure("did not start", mark);
        }
        pause();
    }

    private Duration left() {
        return Duration.between(Instant.now(), deadline);
    }

    private PostgresException failure(String what, long mark) throws IOException {
        return new PostgresException("PostgreSQL in %s on port %d %s; its log says:\n%s"
                .formatted(settings.data(), settings.port(), what, tools.log().since(mark)));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while PostgreSQL starts", e);
        }
    }
}
