package io.flexledger.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Test
    void keepsAWellFormedId() {
        assertThat(RequestIds.of("job-7:2026.01", null).request()).isEqualTo("job-7:2026.01");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "two words",
                "line\nbreak",
                "quote\"",
                "<script>",
                "x12345678901234567890123456789012345678901234567890123456789012345"
            })
    void makesOneForAnyOther(String sent) {
        assertThat(UUID.fromString(RequestIds.of(sent, null).request())).isNotNull();
    }

    @Test
    void takesTheTraceOfTheCaller() {
        var ids = RequestIds.of(null, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(ids.trace()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void hasNoTraceWithoutAWellFormedOne(String sent) {
        assertThat(RequestIds.of(null, sent).trace()).isNull();
    }
}
