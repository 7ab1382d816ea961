package io.flexledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.testing.Settings;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.of(
            "report.display.currency", "USD",
            "report.display.zone", "Europe/Zurich");

    @Test
    void defaults() {
        ReportConfig config = Settings.of(ReportConfig.class, Map.of());

        assertThat(config.display().currency()).isEqualTo(CurrencyCode.of("HKD"));
        assertThat(config.display().zone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
    }

    @Test
    void everyKeyIsRead() {
        ReportConfig config = Settings.of(ReportConfig.class, EVERY_KEY);

        assertThat(config.display().currency()).isEqualTo(CurrencyCode.of("USD"));
        assertThat(config.display().zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(ReportConfig.class)).containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
