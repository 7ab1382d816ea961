package io.flexledger.contracts.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.Topics;
import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void followsTheDataThroughTheRegisterOfTopics() {
        assertThat(Stage.PIPELINE)
                .extracting(Stage::service)
                .containsExactly("ingestor-service", "mapper-service", "ledger-service", "report-service");
        assertThat(Stage.of("report-service").topics())
                .containsExactly(
                        Topics.CANONICAL_EVENT,
                        Topics.JOURNAL_ENTRY,
                        Topics.POSITION_UPDATE,
                        Topics.NAV_SNAPSHOT,
                        Topics.FILL_STANDING);
    }

    @Test
    void wayMayBeginAnywhere() {
        assertThat(Stage.from("ledger-service"))
                .extracting(Stage::name)
                .containsExactly("ledger-service", "report-service");
    }

    @Test
    void realtimeServiceIsNoPartOfTheWay() {
        assertThatThrownBy(() -> Stage.from("realtime-gateway-service"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("realtime-gateway-service");
    }
}
