package io.flexledger.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestorConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.of(
            "ingestor.max-file-size", "1K",
            "ingestor.spool-directory", "/spool",
            "ingestor.watch.directory", "/inbox",
            "ingestor.watch.every", "1s",
            "ingestor.repair.every", "2s");

    @Test
    void defaults() {
        IngestorConfig config = Settings.of(IngestorConfig.class, Map.of());

        assertThat(config.maxFileSize().asLongValue()).isEqualTo(268_435_456);
        assertThat(config.spoolDirectory()).isEmpty();
        assertThat(config.watch().directory()).isEmpty();
        assertThat(config.watch().every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.repair().every()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everyKeyIsRead() {
        IngestorConfig config = Settings.of(IngestorConfig.class, EVERY_KEY);

        assertThat(config.maxFileSize().asLongValue()).isEqualTo(1024);
        assertThat(config.spoolDirectory()).contains(Path.of("/spool"));
        assertThat(config.watch().directory()).contains(Path.of("/inbox"));
        assertThat(config.watch().every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.repair().every()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(IngestorConfig.class)).containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
