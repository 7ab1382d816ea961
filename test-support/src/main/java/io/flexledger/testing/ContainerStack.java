package io.flexledger.testing;

import io.flexledger.contracts.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Broker and database as containers, where there is an engine to run them. */
record ContainerStack(KafkaContainer broker, PostgreSQLContainer postgres) implements RunningStack {

    static ContainerStack start() throws SQLException {
        KafkaContainer broker = new KafkaContainer("apache/kafka-native:4.1.1")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(Topics.MAX_RECORD_BYTES))
                .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", Integer.toString(Topics.MAX_RECORD_BYTES));
        broker.start();
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18.6");
        postgres.start();
        try (Connection database =
                DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())) {
            ServiceRoles.create(database);
        }
        return new ContainerStack(broker, postgres);
    }

    @Override
    public StackAddress address() {
        return new StackAddress(
                broker.getBootstrapServers(),
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getDatabaseName(),
                ServiceRoles.PASSWORD);
    }

    @Override
    public void close() {
        broker.stop();
        postgres.stop();
    }
}
