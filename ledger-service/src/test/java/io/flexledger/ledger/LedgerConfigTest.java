package io.flexledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.of(
            "ledger.default-base-currency", "EUR",
            "ledger.fx.rates.USD", "7.8",
            "ledger.fold.window-size", "7",
            "ledger.live.pause", "1s");

    @Test
    void defaults() {
        LedgerConfig config = Settings.of(LedgerConfig.class, Map.of());

        assertThat(config.defaultBaseCurrency()).isEqualTo("HKD");
        assertThat(config.fx().rates()).isEmpty();
        assertThat(config.fold().windowSize()).isEqualTo(20_000);
        assertThat(config.live().pause()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void everyKeyIsRead() {
        LedgerConfig config = Settings.of(LedgerConfig.class, EVERY_KEY);

        assertThat(config.defaultBaseCurrency()).isEqualTo("EUR");
        assertThat(config.fx().rates()).containsEntry("USD", new BigDecimal("7.8"));
        assertThat(config.fold().windowSize()).isEqualTo(7);
        assertThat(config.live().pause()).isEqualTo(Duration.ofSeconds(1));
    }
}
