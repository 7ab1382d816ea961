package io.flexledger.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server on loopback, whose data survives its process, this JVM and a kill of either. */
public final class PostgresServer implements AutoCloseable {

    private final PostgresSettings settings;
    private final PostgresTools tools;
    private final String password;
    private final Postmaster postmaster;
    private final @Nullable Process child;
    private @Nullable Thread exitHook;

    private PostgresServer(
            PostgresSettings settings,
            PostgresTools tools,
            String password,
            Postmaster postmaster,
            @Nullable Process child) {
        this.settings = settings;
        this.tools = tools;
        this.password = password;
        this.postmaster = postmaster;
        this.child = child;
    }

    /** A server that belongs to this JVM: {@link #close()} or the JVM's end stops it, even if an earlier JVM left it. */
    public static PostgresServer start(PostgresSettings settings) {
        PostgresServer server = open(settings, false);
        server.stopWithJvm();
        return server;
    }

    /** A server that stays when this JVM ends; only {@link #stop()} ends it. Attaches if it is running already. */
    public static PostgresServer startDetached(PostgresSettings settings) {
        return open(settings, true);
    }

    /** The server that runs in this directory, if one does; never starts one. */
    public static Optional<PostgresServer> attach(PostgresSettings settings) {
        try {
            return Postmaster.running(settings.data()).isPresent()
                    ? Optional.of(open(settings, true))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The superuser's login, for maintenance; the services have roles of their own. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), PostgresCluster.SUPERUSER, password);
    }

    /** For example {@code jdbc:postgresql://127.0.0.1:8085/flexledger}. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(), database);
    }

    public PostgresSettings settings() {
        return settings;
    }

    public long pid() {
        return postmaster.pid();
    }

    /** Ends the server as soon as open transactions are rolled back, and returns when it is gone. */
    public synchronized void stop() {
        try {
            long mark = tools.log().end();
            boolean stopped = !isRunning() || tools.run("pg_ctl", stopCommand(), settings.timeout()) || !isRunning();
            if (!stopped || (child != null && !PostgresTools.ended(child, settings.timeout()))) {
                throw new PostgresException("PostgreSQL in %s (process %d) did not stop within %s; its log says:\n%s"
                        .formatted(
                                settings.data(),
                                pid(),
                                settings.timeout(),
                                tools.log().since(mark)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops a server that belongs to this JVM, and leaves a detached one alone. */
    @Override
    public void close() {
        if (exitHook != null) {
            removeExitHook(exitHook);
            stop();
        }
    }

    private static PostgresServer open(PostgresSettings settings, boolean detached) {
        try (DirectoryLock _ = DirectoryLock.take(settings.directory())) {
            PostgresTools tools = PostgresTools.of(settings);
            String password = PostgresCluster.prepare(settings, tools);
            Process child =
                    new PostgresLaunch(settings, tools).untilReady(detached).orElse(null);
            Postmaster postmaster = Postmaster.running(settings.data()).orElseThrow();
            PostgresServer server = new PostgresServer(settings, tools, password, postmaster, child);
            server.requireAnswer();
            return server;
        } catch (IOException e) {
            throw new PostgresException("cannot prepare PostgreSQL in " + settings.directory(), e);
        }
    }

    private void requireAnswer() {
        if (postmaster.port() != settings.port()) {
            throw new PostgresException(
                    "PostgreSQL in %s already runs on port %d (process %d), not on %d: stop it first"
                            .formatted(settings.data(), postmaster.port(), postmaster.pid(), settings.port()));
        }
        try (Connection connection = connect("postgres")) {
            connection.createStatement().execute("select 1");
        } catch (SQLException e) {
            throw new PostgresException(
                    "PostgreSQL on port %d is up but refuses the password in %s"
                            .formatted(settings.port(), settings.password()),
                    e);
        }
    }

    private boolean isRunning() throws IOException {
        return Postmaster.running(settings.data())
                .filter(running -> running.pid() == pid())
                .isPresent();
    }

    private List<String> stopCommand() {
        return List.of(
                "stop",
                "--mode=fast",
                "--wait",
                "--silent",
                "--pgdata=" + settings.data(),
                "--timeout=" + settings.timeout().toSeconds());
    }

    private void stopWithJvm() {
        exitHook = new Thread(this::stop, "postgres-shutdown");
        Runtime.getRuntime().addShutdownHook(exitHook);
    }

    private static void removeExitHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The JVM is ending and runs the hook itself; stopping twice is harmless.
        }
    }
}
