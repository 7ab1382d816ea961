package io.flexledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.of("ledger.replay.batch-size", "7");

    @Test
    void defaults() {
        LedgerConfig config = Settings.of(LedgerConfig.class, Map.of());

        assertThat(config.replay().batchSize()).isEqualTo(500);
    }

    @Test
    void everyKeyIsRead() {
        LedgerConfig config = Settings.of(LedgerConfig.class, EVERY_KEY);

        assertThat(config.replay().batchSize()).isEqualTo(7);
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(LedgerConfig.class)).containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
