package io.flexledger.testing;

import io.flexledger.stack.Databases;
import io.flexledger.stack.KafkaBroker;
import io.flexledger.stack.KafkaSettings;
import io.flexledger.stack.Ports;
import io.flexledger.stack.PostgresServer;
import io.flexledger.stack.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Broker and database from Maven artifacts, for machines without containers. Its files go when it closes. */
record LocalStack(KafkaBroker broker, PostgresServer postgres, Path directory) implements RunningStack {

    static LocalStack start() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("flexledger-test-stack");
        Ports ports = Ports.free();
        PostgresServer postgres = PostgresServer.start(PostgresSettings.of(directory.resolve("postgres"), ports));
        Databases.prepare(postgres);
        try (Connection database = postgres.connect(Databases.DATABASE)) {
            ServiceRoles.sharePassword(database);
        }
        KafkaBroker broker = KafkaBroker.start(KafkaSettings.of(directory.resolve("kafka"), ports));
        return new LocalStack(broker, postgres, directory);
    }

    @Override
    public StackAddress address() {
        return new StackAddress(
                broker.bootstrap(), "127.0.0.1", postgres.settings().port(), Databases.DATABASE, ServiceRoles.PASSWORD);
    }

    @Override
    public void close() {
        broker.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + directory + " (" + e + ")");
        }
    }
}
