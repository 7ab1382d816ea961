package io.flexledger.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionBaseTest {

    @ParameterizedTest
    @CsvSource({
        "0000e0d5.69dd7411.01.01, 0000e0d5.69dd7411.01",
        "0000e0d5.69dd7411.01.02, 0000e0d5.69dd7411.01",
        "a.b.c.123456789, a.b.c",
        "a.b.c.1234567890, a.b.c.1234567890",
        "0000e0d5.69dd7411.01, 0000e0d5.69dd7411.01",
        "a.b.c.d.1, a.b.c.d.1",
        "a.b.c.x1, a.b.c.x1",
        "a.b.c., a.b.c.",
        "plain, plain"
    })
    void isTheIdWithoutItsRevision(String execId, String base) {
        assertThat(ExecutionBase.of(execId)).isEqualTo(base);
    }
}
