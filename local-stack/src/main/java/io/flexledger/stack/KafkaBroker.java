package io.flexledger.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker with its controller, inside this JVM, on loopback. */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaSettings settings;
    private final KafkaRaftServer server;

    private KafkaBroker(KafkaSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Returns once clients can connect; the directory is formatted when it is new. */
    public static KafkaBroker start(KafkaSettings settings) {
        format(settings.directory());
        KafkaConfig config = KafkaConfig.fromProps(BrokerProperties.of(settings), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown(); // or the directory stays locked for this JVM
            throw e;
        }
        return new KafkaBroker(settings, server);
    }

    public String bootstrap() {
        return settings.bootstrap();
    }

    /** Waits for a shutdown that another thread asked for. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the Kafka directory " + directory, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format the Kafka directory " + directory, e);
        }
    }
}
