package io.flexledger.ingestor;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestorConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.ofEntries(
            entry("ingestor.max-file-size", "1K"),
            entry("ingestor.spool-directory", "/spool"),
            entry("ingestor.watch.directory", "/inbox"),
            entry("ingestor.watch.every", "1s"),
            entry("ingestor.repair.every", "2s"),
            entry("ingestor.flex.account", "U7654321"),
            entry("ingestor.flex.token", "token-of-a-test"),
            entry("ingestor.flex.query-id", "123456"),
            entry("ingestor.flex.base-url", "http://127.0.0.1:1/"),
            entry("ingestor.flex.allowed-hosts", "broker.test"),
            entry("ingestor.flex.initial-wait-seconds", "1"),
            entry("ingestor.flex.retry-attempts", "2"),
            entry("ingestor.flex.backoff-base-seconds", "3"),
            entry("ingestor.flex.backoff-max-seconds", "4"),
            entry("ingestor.flex.jitter-min-multiplier", "0.9"),
            entry("ingestor.flex.jitter-max-multiplier", "1.1"),
            entry("ingestor.flex.deadline-seconds", "5"),
            entry("ingestor.flex.call-limit", "6s"),
            entry("ingestor.flex.pipeline-patience", "7s"),
            entry("ingestor.reports.directory", "/reports"),
            entry("ingestor.reports.keep", "1"),
            entry("ingestor.schedule.every", "8s"),
            entry("ingestor.schedule.enabled", "false"),
            entry("ingestor.simulated.start", "2025-07-01T00:00:00Z"),
            entry("ingestor.simulated.speed", "60"));

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
        assertThat(config.flex().account()).contains("U7654321");
        assertThat(config.flex().token()).contains("token-of-a-test");
        assertThat(config.flex().queryId()).contains("123456");
        assertThat(config.flex().baseUrl()).contains("http://127.0.0.1:1/");
        assertThat(config.flex().allowedHosts()).contains("broker.test");
        assertThat(config.flex().initialWaitSeconds()).contains("1");
        assertThat(config.flex().retryAttempts()).contains("2");
        assertThat(config.flex().backoffBaseSeconds()).contains("3");
        assertThat(config.flex().backoffMaxSeconds()).contains("4");
        assertThat(config.flex().jitterMinMultiplier()).contains("0.9");
        assertThat(config.flex().jitterMaxMultiplier()).contains("1.1");
        assertThat(config.flex().deadlineSeconds()).contains("5");
        assertThat(config.flex().callLimit()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.flex().pipelinePatience()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.reports().directory()).contains(Path.of("/reports"));
        assertThat(config.reports().keep()).isEqualTo(1);
        assertThat(config.schedule().every()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.schedule().enabled()).isFalse();
        assertThat(config.simulated().start()).contains(Instant.parse("2025-07-01T00:00:00Z"));
        assertThat(config.simulated().speed()).isEqualTo(60);
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(IngestorConfig.class)).containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
