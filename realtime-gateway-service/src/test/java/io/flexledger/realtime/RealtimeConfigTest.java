package io.flexledger.realtime;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.realtime.session.outage.DailyWindow;
import io.flexledger.realtime.session.outage.WeeklyTime;
import io.flexledger.testing.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealtimeConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.ofEntries(
            entry("realtime.gateway.name", "paper-trading"),
            entry("realtime.live.at-most-every", "250ms"),
            entry("realtime.live.fx-rates.*", "7.8"),
            entry("realtime.gateway.enabled", "true"),
            entry("realtime.gateway.host", "gateway.internal"),
            entry("realtime.gateway.mode", "paper"),
            entry("realtime.gateway.application", "tws"),
            entry("realtime.gateway.port", "7600"),
            entry("realtime.gateway.force-port", "true"),
            entry("realtime.gateway.client-id", "9"),
            entry("realtime.gateway.fallback-client-id", "10"),
            entry("realtime.gateway.messages-per-second", "30"),
            entry("realtime.gateway.round-every", "3m"),
            entry("realtime.gateway.timeouts.connect", "1s"),
            entry("realtime.gateway.timeouts.greeting", "2s"),
            entry("realtime.gateway.timeouts.ready", "3s"),
            entry("realtime.gateway.timeouts.answer", "4s"),
            entry("realtime.gateway.heartbeat.every", "15s"),
            entry("realtime.gateway.heartbeat.timeout", "5s"),
            entry("realtime.gateway.backoff.first", "2s"),
            entry("realtime.gateway.backoff.most", "30s"),
            entry("realtime.gateway.backoff.in-outage", "3s"),
            entry("realtime.gateway.outages.zone", "Europe/Zurich"),
            entry("realtime.gateway.outages.daily", "05:00-05:10,23:00-01:00"),
            entry("realtime.gateway.outages.log-out", "MONDAY 02:30"));

    @Test
    void defaults() {
        RealtimeConfig.Gateway gateway =
                Settings.of(RealtimeConfig.class, Map.of()).gateway();

        assertThat(gateway.enabled()).isFalse();
        assertThat(gateway.host()).isEqualTo("127.0.0.1");
        assertThat(gateway.mode()).isEqualTo(GatewayMode.LIVE);
        assertThat(gateway.application()).isEqualTo(GatewayApplication.GATEWAY);
        assertThat(gateway.port()).isEmpty();
        assertThat(gateway.portInUse()).isEqualTo(4001);
        assertThat(gateway.forcePort()).isFalse();
        assertThat(gateway.clientId()).isEqualTo(71);
        assertThat(gateway.fallbackClientId()).isEmpty();
        assertThat(gateway.messagesPerSecond()).isEqualTo(40);
        assertThat(GatewaySettingsCheck.faults(gateway)).isEmpty();
    }

    @Test
    void patienceByDefault() {
        RealtimeConfig.Gateway gateway =
                Settings.of(RealtimeConfig.class, Map.of()).gateway();

        assertThat(gateway.roundEvery()).isEqualTo(Duration.ofMinutes(2));
        assertThat(gateway.timeouts().connect()).isEqualTo(Duration.ofSeconds(5));
        assertThat(gateway.timeouts().greeting()).isEqualTo(Duration.ofSeconds(10));
        assertThat(gateway.timeouts().ready()).isEqualTo(Duration.ofSeconds(10));
        assertThat(gateway.timeouts().answer()).isEqualTo(Duration.ofSeconds(15));
        assertThat(gateway.heartbeat().every()).isEqualTo(Duration.ofSeconds(20));
        assertThat(gateway.heartbeat().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(gateway.backoff().first()).isEqualTo(Duration.ofSeconds(1));
        assertThat(gateway.backoff().most()).isEqualTo(Duration.ofSeconds(60));
        assertThat(gateway.backoff().inOutage()).isEqualTo(Duration.ofSeconds(5));
        assertThat(gateway.outages().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(gateway.outages().daily()).containsExactly(DailyWindow.parse("23:45-00:45"));
        assertThat(gateway.outages().logOut()).isEqualTo(WeeklyTime.parse("SUNDAY 01:00"));
    }

    @Test
    void valuesAreToldOnceASecondAtTheGatewaysRatesByDefault() {
        RealtimeConfig.Live live = Settings.of(RealtimeConfig.class, Map.of()).live();

        assertThat(live.atMostEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(live.fxRates()).isEmpty();
    }

    @Test
    void everyKeyIsRead() {
        RealtimeConfig.Gateway gateway =
                Settings.of(RealtimeConfig.class, EVERY_KEY).gateway();

        assertThat(gateway.enabled()).isTrue();
        assertThat(gateway.host()).isEqualTo("gateway.internal");
        assertThat(gateway.mode()).isEqualTo(GatewayMode.PAPER);
        assertThat(gateway.application()).isEqualTo(GatewayApplication.TWS);
        assertThat(gateway.portInUse()).isEqualTo(7600);
        assertThat(gateway.forcePort()).isTrue();
        assertThat(gateway.clientId()).isEqualTo(9);
        assertThat(gateway.fallbackClientId()).hasValue(10);
        assertThat(gateway.messagesPerSecond()).isEqualTo(30);
        assertThat(gateway.roundEvery()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void everyKeyOfPatienceIsRead() {
        RealtimeConfig.Gateway gateway =
                Settings.of(RealtimeConfig.class, EVERY_KEY).gateway();

        assertThat(gateway.timeouts().connect()).isEqualTo(Duration.ofSeconds(1));
        assertThat(gateway.timeouts().greeting()).isEqualTo(Duration.ofSeconds(2));
        assertThat(gateway.timeouts().ready()).isEqualTo(Duration.ofSeconds(3));
        assertThat(gateway.timeouts().answer()).isEqualTo(Duration.ofSeconds(4));
        assertThat(gateway.heartbeat().every()).isEqualTo(Duration.ofSeconds(15));
        assertThat(gateway.heartbeat().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(gateway.backoff().first()).isEqualTo(Duration.ofSeconds(2));
        assertThat(gateway.backoff().most()).isEqualTo(Duration.ofSeconds(30));
        assertThat(gateway.backoff().inOutage()).isEqualTo(Duration.ofSeconds(3));
        assertThat(gateway.outages().zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(gateway.outages().daily())
                .containsExactly(DailyWindow.parse("05:00-05:10"), DailyWindow.parse("23:00-01:00"));
        assertThat(gateway.outages().logOut()).isEqualTo(WeeklyTime.parse("MONDAY 02:30"));
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(RealtimeConfig.class))
                .filteredOn(key -> !key.endsWith("[*]")) // the elements of a list that is there as a whole
                .containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
