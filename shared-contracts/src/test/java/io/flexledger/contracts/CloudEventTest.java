package io.flexledger.contracts;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.sample.AlertSamples;
import io.flexledger.contracts.sample.LiveSamples;
import io.flexledger.contracts.sample.StateSamples;
import io.flexledger.contracts.sample.TradeSamples;
import org.junit.jupiter.api.Test;

class CloudEventTest {

    @Test
    void ofAFactNamesFactArtifactAndAccount() {
        assertThat(CloudEvent.of(TradeSamples.FILL).headers(CloudEvent.JSON))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", TradeSamples.FILL.id().toString()),
                        entry(
                                "ce_source",
                                "urn:sha256:3f0c1d7a9b5e4c2288aa10f6d2e4b6c8091a2b3c4d5e6f708192a3b4c5d6e7f8"),
                        entry("ce_type", "io.flexledger.fill.v1"),
                        entry("ce_subject", "U7654321"),
                        entry("ce_time", "2025-07-25T13:47:05Z"),
                        entry("content-type", "application/json"));
    }

    @Test
    void ofAStateNamesKeyAndVersion() {
        assertThat(CloudEvent.of(StateSamples.CALCULATED).headers(CloudEvent.JSON))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "U7654321/2025-07-25/calculated#4"),
                        entry("ce_source", "/ledger-service"),
                        entry("ce_type", "io.flexledger.nav-snapshot.v1"),
                        entry("ce_subject", "U7654321/2025-07-25/calculated"),
                        entry("ce_time", "2025-07-25T20:00:00Z"),
                        entry("content-type", "application/json"));
    }

    @Test
    void ofALiveValueAndAStatusNamesTheServiceThatListens() {
        assertThat(CloudEvent.of(LiveSamples.LIVE).source()).isEqualTo("/realtime-gateway-service");
        assertThat(CloudEvent.of(LiveSamples.STATUS).headers(CloudEvent.JSON))
                .contains(
                        entry("ce_id", "gateway#1753468202000000"),
                        entry("ce_source", "/realtime-gateway-service"),
                        entry("ce_type", "io.flexledger.gateway-status.v1"),
                        entry("ce_subject", "gateway"),
                        entry("ce_time", "2025-07-25T18:30:01Z"));
    }

    @Test
    void ofAStandingNamesTheFillAndTheLedger() {
        var standing = CloudEvent.of(LiveSamples.CARRIED);
        assertThat(standing.id()).isEqualTo(standing.subject() + "#1753468203000000");
        assertThat(standing.subject()).isEqualTo(LiveSamples.CARRIED.event().toString());
        assertThat(standing.source()).isEqualTo("/ledger-service");
        assertThat(standing.type()).isEqualTo("io.flexledger.fill-standing.v1");
    }

    @Test
    void ofARunAndAnAlertNamesWhoSaysSo() {
        var run = CloudEvent.of(AlertSamples.FAILED_RUN);
        assertThat(run.id()).isEqualTo("U7654321/Daily#1753520105000000");
        assertThat(run.source()).isEqualTo("/ingestor-service");
        assertThat(run.subject()).isEqualTo("U7654321/Daily");
        var alert = CloudEvent.of(AlertSamples.ACKNOWLEDGED);
        assertThat(alert.id()).isEqualTo(AlertSamples.ASSIGNMENT.id() + "#2");
        assertThat(alert.source()).isEqualTo("/report-service");
        assertThat(alert.type()).isEqualTo("io.flexledger.alert.v1");
    }

    @Test
    void twoVersionsOfOneStateDifferInTheirId() {
        var next = CloudEvent.of(StateSamples.POSITION_UPDATE.withVersion(8));

        assertThat(next.id()).isEqualTo("U7654321/conid:756733#8");
        assertThat(CloudEvent.of(StateSamples.POSITION_UPDATE).id()).isEqualTo("U7654321/conid:756733#7");
    }

    @Test
    void leavesUnknownSubjectAndTimeOut() {
        assertThat(new CloudEvent("1", "/somewhere", "io.flexledger.some.v1", null, null).headers(CloudEvent.JSON))
                .containsOnlyKeys("ce_specversion", "ce_id", "ce_source", "ce_type", "content-type");
    }
}
