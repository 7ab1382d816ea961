package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMainTest {

    private static final int SIGTERM_EXIT = 128 + 15;

    @TempDir
    private Path directory;

    private final KafkaSettings settings = KafkaSettings.of(Path.of("unset"), Ports.free());

    @Test
    void losesNothingAcknowledgedWhenKilled() throws Exception {
        KafkaClients clients = new KafkaClients(settings.bootstrap());
        try (JavaProcess broker = start("first")) {
            clients.createTopic("facts");
            clients.send("facts", "U1", "one".getBytes(StandardCharsets.UTF_8));
            clients.poll("facts", "reader");
            clients.send("facts", "U1", "two".getBytes(StandardCharsets.UTF_8));
            broker.kill();
        }
        try (JavaProcess broker = start("second")) {
            KafkaReadiness.await(settings.bootstrap(), Duration.ofSeconds(30));

            assertThat(clients.poll("facts", "reader"))
                    .extracting(ConsumerRecord::value)
                    .as("the committed offset survived as well")
                    .containsExactly("two".getBytes(StandardCharsets.UTF_8));
            assertThat(broker.terminate()).isEqualTo(SIGTERM_EXIT);
            assertThat(directory.resolve("kafka/.kafka_cleanshutdown"))
                    .as("written only after every log is flushed and closed")
                    .exists();
        }
    }

    private JavaProcess start(String name) throws Exception {
        KafkaSettings here = new KafkaSettings(directory.resolve("kafka"), settings.port(), settings.controllerPort());
        return JavaProcess.start(here.command(JavaProcess.JAVA, JavaProcess.CLASS_PATH), directory.resolve(name))
                .awaitOutput("Kafka broker ready");
    }
}
