package io.flexledger.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The broker as a process of its own; SIGTERM stops it cleanly. */
public final class BrokerMain {

    private BrokerMain() {}

    /** Arguments: directory, port, controller port. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: BrokerMain <directory> <port> <controller port>");
            System.exit(2);
        }
        quiet();
        KafkaSettings settings =
                new KafkaSettings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        KafkaBroker broker = KafkaBroker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
        System.out.println("Kafka broker ready on " + settings.bootstrap());
        broker.awaitShutdown();
    }

    private static void quiet() throws IOException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            try (InputStream levels = BrokerMain.class.getResourceAsStream("broker-logging.properties")) {
                LogManager.getLogManager().readConfiguration(levels);
            }
        }
    }
}
