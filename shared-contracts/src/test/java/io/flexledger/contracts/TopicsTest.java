package io.flexledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.Topics.Retention;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    @ParameterizedTest
    @CsvSource({
        "raw-artifact,    account,            FOREVER,   ingestor-service, mapper-service",
        "canonical-event, account,            FOREVER,   mapper-service realtime-gateway-service, ledger-service report-service",
        "journal-entry,   account/entry,      COMPACTED, ledger-service,   report-service",
        "position-update, account/instrument, COMPACTED, ledger-service,   report-service",
        "nav-snapshot,    account/date/kind,  COMPACTED, ledger-service realtime-gateway-service, report-service",
        "fill-standing,   event,              COMPACTED, ledger-service,   report-service",
        "gateway-status,  gateway,            COMPACTED, realtime-gateway-service, report-service",
        "fetch-run,       account/query,      COMPACTED, ingestor-service, report-service",
        "alert,           alert,              COMPACTED, report-service,   report-service",
    })
    void areRegistered(String name, String key, Retention retention, String producers, String consumers) {
        assertThat(Topics.find(name)).hasValueSatisfying(topic -> {
            assertThat(topic.key()).isEqualTo(key);
            assertThat(topic.retention()).isEqualTo(retention);
            assertThat(topic.producers()).containsExactly(producers.split(" "));
            assertThat(topic.consumers()).containsExactly(consumers.split(" "));
        });
    }

    @ParameterizedTest
    @EnumSource
    void areFoundByTheirOwnName(Topics topic) {
        assertThat(Topics.find(topic.toString())).contains(topic);
    }

    @Test
    void doNotHoldUnknownNames() {
        assertThat(Topics.find("raw-artifacts")).isEmpty();
        assertThat(Topics.find("RAW_ARTIFACT")).isEmpty();
        assertThat(Topics.values()).hasSize(9);
    }

    @Test
    void haveDifferentNames() {
        assertThat(Stream.of(Topics.values()).map(Topics::toString)).doesNotHaveDuplicates();
    }

    @Test
    void leaveRoomForKeyAndHeadersAboveTheLargestValue() {
        assertThat(Topics.PARTITIONS).isEqualTo(12);
        assertThat(Topics.MAX_VALUE_BYTES).isEqualTo(16_777_216);
        assertThat(Topics.MAX_RECORD_BYTES).isEqualTo(16_842_752);
    }
}
