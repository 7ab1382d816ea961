package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexledger.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupTest {

    private static final ConfigResource RAW = topic("raw-artifact");
    private static final ConfigResource NAV = topic("nav-snapshot");

    @Test
    void makesTheRegisterOnceAndRefusesAnotherRetention(@TempDir Path directory) throws Exception {
        Ports ports = Ports.free();
        try (KafkaBroker _ = KafkaBroker.start(KafkaSettings.of(directory, ports));
                Admin admin = new KafkaClients(ports.bootstrap()).admin()) {
            TopicSetup.apply(admin);
            TopicSetup.apply(admin);

            assertThat(admin.listTopics().names().get())
                    .contains("raw-artifact", "canonical-event", "position-update", "nav-snapshot")
                    .hasSize(Topics.values().length);
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(List.of(RAW, NAV)).all().get();
            assertThat(values(configs.get(RAW)))
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("max.message.bytes", "16842752");
            assertThat(values(configs.get(NAV)))
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("flush.messages", "1");

            set(admin, RAW, "retention.ms", "604800000");
            // The change reaches the broker through its metadata log, a moment after it is acknowledged.
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThatThrownBy(() -> TopicSetup.apply(admin))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("raw-artifact has retention.ms 604800000 instead of -1"));
        }
    }

    private static void set(Admin admin, ConfigResource topic, String key, String value) throws Exception {
        Collection<AlterConfigOp> change =
                List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(topic, change)).all().get();
    }

    private static Map<String, String> values(@Nullable Config config) {
        return Objects.requireNonNull(config).entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }
}
