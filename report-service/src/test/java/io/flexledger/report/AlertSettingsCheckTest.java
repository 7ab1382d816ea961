package io.flexledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.Settings;
import io.quarkus.runtime.StartupEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertSettingsCheckTest {

    private static final String PREFIX = "report.alerts.";

    @Test
    void whatIsNotSetCanBeUsed() {
        assertThat(AlertSettingsCheck.faults(config(Map.of()).alerts())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cushion          | 10     | cushion is 10; set it to at least 0 and at most 1, such as 0.10 for ten percent.
        cushion          | -0.1   | cushion is -0.1; set it to at least 0 and at most 1, such as 0.10 for ten percent.
        max-age          | PT-5H  | max-age is PT-5H; set it to at least PT0.1S and at most PT876000H, such as 5d.
        every            | 0s     | every is PT0S; set it to at least PT0.1S and at most PT1H, such as 5s.
        expiry-days      | 365    | expiry-days is 365; set it to at least 0 and at most 31, such as 2.
        gateway-patience | 2d     | gateway-patience is PT48H; set it to at least PT0S and at most PT24H, such as 20s.
        break-patience   | PT-1S  | break-patience is PT-1S; set it to at least PT0S and at most PT24H, such as 20s.
        run-patience     | 25h    | run-patience is PT25H; set it to at least PT0S and at most PT24H, such as 35m.
        """)
    void tellsKeyValueAndWhatToDo(String key, String value, String fault) {
        assertThat(AlertSettingsCheck.faults(config(Map.of(PREFIX + key, value)).alerts()))
                .containsExactly(PREFIX + fault);
    }

    @ParameterizedTest
    @CsvSource({"cushion, 0", "cushion, 1", "expiry-days, 0", "expiry-days, 31", "run-patience, 0s", "run-patience, 1d"
    })
    void aLimitItselfCanBeUsed(String key, String value) {
        assertThat(AlertSettingsCheck.faults(config(Map.of(PREFIX + key, value)).alerts()))
                .isEmpty();
    }

    @Test
    void withAFaultTheServiceDoesNotStart() {
        var wrong = new AlertSettingsCheck(config(Map.of(PREFIX + "cushion", "10")));

        assertThatThrownBy(() -> wrong.start(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cushion is 10");
        assertThatCode(() -> new AlertSettingsCheck(config(Map.of())).start(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    private static ReportConfig config(Map<String, String> settings) {
        return Settings.of(ReportConfig.class, settings);
    }
}
