package io.flexledger.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestorConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.of("ingestor.artifact.max-size", "1K");

    @Test
    void defaults() {
        IngestorConfig config = Settings.of(IngestorConfig.class, Map.of());

        assertThat(config.artifact().maxSize().asLongValue()).isEqualTo(268_435_456);
    }

    @Test
    void everyKeyIsRead() {
        IngestorConfig config = Settings.of(IngestorConfig.class, EVERY_KEY);

        assertThat(config.artifact().maxSize().asLongValue()).isEqualTo(1024);
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(IngestorConfig.class)).containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
