package io.flexledger.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySettingsCheckTest {

    @ParameterizedTest
    @CsvSource({"live,gateway,4001", "paper,gateway,4002", "live,tws,7496", "paper,tws,7497"})
    void eachModeHasItsPort(String mode, String application, int port) {
        RealtimeConfig.Gateway gateway = gateway(Map.of("mode", mode, "application", application));

        assertThat(gateway.portInUse()).isEqualTo(port);
        assertThat(GatewaySettingsCheck.faults(gateway)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"live,4002", "live,7497", "paper,4001", "paper,7496"})
    void refusesTheOtherModesPort(String mode, String port) {
        assertThat(faults(Map.of("mode", mode, "port", port)))
                .singleElement()
                .asString()
                .contains("realtime.gateway.port is " + port, "realtime.gateway.mode is " + mode, "force-port=true");
        assertThat(faults(Map.of("mode", mode, "port", port, "force-port", "true")))
                .isEmpty();
    }

    @Test
    void namesTheWayOut() {
        assertThat(faults(Map.of("mode", "paper", "application", "tws", "port", "4001")))
                .containsExactly("realtime.gateway.port is 4001, where the broker's programs listen in mode live, and"
                        + " realtime.gateway.mode is paper; set the mode to live, or the port to 7497; if the port was"
                        + " changed in the program, set realtime.gateway.force-port=true.");
    }

    @ParameterizedTest
    @CsvSource({"live,4003", "paper,4004", "live,7496", "paper,7497"})
    void takesAnyOtherPort(String mode, String port) {
        assertThat(faults(Map.of("mode", mode, "port", port))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "host, ' '",
        "port, 0",
        "port, 65536",
        "client-id, -1",
        "fallback-client-id, 71",
        "fallback-client-id, -2",
        "messages-per-second, 0",
        "messages-per-second, 50",
        "round-every, 0s",
        "timeouts.connect, 0s",
        "timeouts.answer, 0s",
        "heartbeat.timeout, 0s",
        "heartbeat.every, 9s",
        "backoff.first, 0s",
        "backoff.first, 2m",
        "backoff.in-outage, 500ms"
    })
    void namesTheSettingThatIsWrong(String key, String value) {
        assertThat(faults(Map.of(key, value))).singleElement().asString().contains("realtime.gateway.", key, "set ");
    }

    private static List<String> faults(Map<String, String> settings) {
        return GatewaySettingsCheck.faults(gateway(settings));
    }

    private static RealtimeConfig.Gateway gateway(Map<String, String> settings) {
        Map<String, String> keys = new HashMap<>();
        settings.forEach((key, value) -> keys.put("realtime.gateway." + key, value));
        return Settings.of(RealtimeConfig.class, keys).gateway();
    }
}
