package io.flexledger.ingestor.adapter.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.testing.Settings;
import io.flexledger.web.health.ComponentHealth.Status;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulerHealthTest {

    private static final Instant NOON = Instant.parse("2025-07-18T12:00:00Z");

    @Test
    void isDownWhenNobodyLooksAnyMore() {
        var health = new SchedulerHealth(Settings.of(IngestorConfig.class, Map.of()));
        assertThat(health.judge(NOON).status()).isEqualTo(Status.UNKNOWN);

        health.looked(NOON);

        assertThat(health.judge(NOON.plusSeconds(120)).status()).isEqualTo(Status.UP);
        assertThat(health.judge(NOON.plusSeconds(121)).status()).isEqualTo(Status.DOWN);
        assertThat(health.judge(NOON.plusSeconds(121)).at()).isEqualTo(NOON);
    }

    @Test
    void isNoFaultWhenSwitchedOff() {
        var health =
                new SchedulerHealth(Settings.of(IngestorConfig.class, Map.of("ingestor.schedule.enabled", "false")));

        assertThat(health.judge(NOON).status()).isEqualTo(Status.DISABLED);
    }
}
