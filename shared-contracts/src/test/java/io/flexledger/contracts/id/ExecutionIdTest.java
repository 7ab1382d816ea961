package io.flexledger.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionIdTest {

    @ParameterizedTest
    @CsvSource({
        "0000e0d5.69dd7411.01.01, 0000e0d5.69dd7411.01, 1",
        "0000e0d5.69dd7411.01.02, 0000e0d5.69dd7411.01, 2",
        "0000e0d5.69dd7411.01.10, 0000e0d5.69dd7411.01, 10",
        "0000e183.6a58737f.05.01, 0000e183.6a58737f.05, 1"
    })
    void ofFourSegmentsCountsItsRevisions(String text, String base, int revision) {
        assertThat(ExecutionId.of(text)).isEqualTo(new ExecutionId(text, base, revision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000e0d5.69dd7411.01.01.01",
                "0000e0d5.69dd7411.01.01.02",
                "0000e0d5.69dd7411.01",
                "redacted-fill-000000001",
                "a.b.c.d.e.01",
                "0000e0d5.69dd7411.01.",
                "0000e0d5..01.01",
                "0000e0d5.69dd7411.01.0x",
                "0000e0d5.69dd7411.01.\u0661",
                "0000e0d5.69dd7411.01.9999999999"
            })
    void ofAnyOtherFormIsTakenWhole(String text) {
        ExecutionId id = ExecutionId.of(text);

        assertThat(id).isEqualTo(new ExecutionId(text, text, null));
        assertThat(id.countsRevisions()).isFalse();
        assertThat(id.revisionOrZero()).isZero();
    }

    @Test
    void legsOfACombinationAreNotVersionsOfEachOther() {
        assertThat(ExecutionId.of("0000e183.6a58737f.02.01").base())
                .isNotEqualTo(ExecutionId.of("0000e183.6a58737f.03.01").base());
    }
}
