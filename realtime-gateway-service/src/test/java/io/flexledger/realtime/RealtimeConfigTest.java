package io.flexledger.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealtimeConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.of(
            "realtime.gateway.enabled", "true",
            "realtime.gateway.host", "gateway.internal",
            "realtime.gateway.mode", "paper",
            "realtime.gateway.port", "7497",
            "realtime.gateway.client-id", "9");

    @Test
    void defaults() {
        RealtimeConfig.Gateway gateway =
                Settings.of(RealtimeConfig.class, Map.of()).gateway();

        assertThat(gateway.enabled()).isFalse();
        assertThat(gateway.host()).isEqualTo("127.0.0.1");
        assertThat(gateway.mode()).isEqualTo(GatewayMode.LIVE);
        assertThat(gateway.port()).isEmpty();
        assertThat(gateway.portInUse()).isEqualTo(4001);
        assertThat(gateway.clientId()).isEqualTo(71);
    }

    @Test
    void everyKeyIsRead() {
        RealtimeConfig config = Settings.of(RealtimeConfig.class, EVERY_KEY);

        assertThat(config.gateway().enabled()).isTrue();
        assertThat(config.gateway().host()).isEqualTo("gateway.internal");
        assertThat(config.gateway().mode()).isEqualTo(GatewayMode.PAPER);
        assertThat(config.gateway().portInUse()).isEqualTo(7497);
        assertThat(config.gateway().clientId()).isEqualTo(9);
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(RealtimeConfig.class)).containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
