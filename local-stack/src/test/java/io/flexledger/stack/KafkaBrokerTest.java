package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final int FIFTEEN_MIB = 15 * 1024 * 1024;

    @Test
    void keepsLargeRecordsAndCommittedOffsetsAcrossRestarts(@TempDir Path directory) throws Exception {
        Ports ports = Ports.free();
        byte[] statement = new byte[FIFTEEN_MIB];
        new Random(1).nextBytes(statement); // incompressible, so it is as large on the wire
        KafkaClients clients = new KafkaClients(ports.bootstrap());

        try (KafkaBroker _ = KafkaBroker.start(KafkaSettings.of(directory, ports))) {
            clients.createTopic("statements");
            clients.send("statements", "U1", statement);
            assertThat(clients.poll("statements", "reader")).singleElement().satisfies(record -> {
                assertThat(record.offset()).isZero();
                assertThat(record.value()).isEqualTo(statement);
            });
            clients.send("statements", "U1", utf8("second"));
        }
        try (KafkaBroker _ = KafkaBroker.start(KafkaSettings.of(directory, ports))) {
            assertThat(clients.poll("statements", "reader"))
                    .as("the first record was committed before the restart")
                    .extracting(ConsumerRecord::offset)
                    .containsExactly(1L);
            assertThat(clients.poll("statements", "another reader").getFirst().value())
                    .isEqualTo(statement);
        }
    }

    @Test
    void makesNoTopicThatNobodyAskedFor(@TempDir Path directory) throws Exception {
        Ports ports = Ports.free();
        KafkaClients clients = new KafkaClients(ports.bootstrap());
        try (KafkaBroker _ = KafkaBroker.start(KafkaSettings.of(directory, ports));
                Admin admin = clients.admin()) {
            assertThatThrownBy(() -> clients.send("absent", "U1", utf8("lost?")))
                    .hasMessageContaining("absent");
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void saysWhereNoBrokerAnswered() {
        String nobody = Ports.free().bootstrap();

        assertThatThrownBy(() -> KafkaReadiness.await(nobody, Duration.ofMillis(300)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining(nobody);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
