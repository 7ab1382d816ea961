package io.flexledger.transport;

import io.flexledger.stack.Databases;
import io.flexledger.stack.KafkaSettings;
import io.flexledger.stack.Ports;
import io.flexledger.stack.PostgresServer;
import io.flexledger.stack.PostgresSettings;
import io.flexledger.stack.ServiceRole;
import io.flexledger.stack.StackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * A broker and a database of a test's own, to be killed and started again. All it knows is in files, because the test
 * and the resource that started it are loaded by different class loaders.
 */
record FaultyStack(Path directory, Ports ports) {

    private static final String DIRECTORY = "faulty-stack.directory";
    private static final String PORTS = "faulty-stack.ports";

    /** The one whose settings these are. */
    static FaultyStack of(Config settings) {
        return new FaultyStack(
                Path.of(settings.getValue(DIRECTORY, String.class)),
                new Ports(settings.getValue(PORTS, Integer.class)));
    }

    Map<String, String> start() {
        try {
            startDatabase();
            var roles = Databases.prepare(PostgresServer.attach(postgres()).orElseThrow());
            ServiceRole role = Objects.requireNonNull(roles.get("ledger"));
            startBroker();
            return Map.of(
                    "FLEXLEDGER_KAFKA_BOOTSTRAP",
                    ports.bootstrap(),
                    "FLEXLEDGER_DB_HOST",
                    "127.0.0.1",
                    "FLEXLEDGER_DB_PORT",
                    Integer.toString(ports.of(StackPort.POSTGRES)),
                    "FLEXLEDGER_DB_NAME",
                    Databases.DATABASE,
                    "FLEXLEDGER_DB_PASSWORD",
                    role.password(),
                    DIRECTORY,
                    directory.toString(),
                    PORTS,
                    Integer.toString(ports.base()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        PostgresServer.attach(postgres()).ifPresent(PostgresServer::stop);
        broker().ifPresent(FaultyStack::kill);
    }

    void startDatabase() {
        PostgresServer.startDetached(postgres());
    }

    /** SIGKILL to the postmaster: no checkpoint, no goodbye to its clients. */
    void killDatabase() {
        PostgresServer server = PostgresServer.attach(postgres()).orElseThrow();
        kill(ProcessHandle.of(server.pid()).orElseThrow());
    }

    void startBroker() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            Process process = new ProcessBuilder(kafka().command(java, System.getProperty("java.class.path")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("broker.log").toFile()))
                    .start();
            Files.writeString(brokerPid(), Long.toString(process.pid()));
            TransportTopics.awaitBroker(ports.bootstrap());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void killBroker() {
        kill(broker().orElseThrow());
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private Optional<ProcessHandle> broker() {
        try {
            return Files.exists(brokerPid())
                    ? ProcessHandle.of(Long.parseLong(Files.readString(brokerPid())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path brokerPid() {
        return directory.resolve("broker.pid");
    }

    private PostgresSettings postgres() {
        return PostgresSettings.of(directory.resolve("postgres"), ports);
    }

    private KafkaSettings kafka() {
        return KafkaSettings.of(directory.resolve("kafka"), ports);
    }
}
