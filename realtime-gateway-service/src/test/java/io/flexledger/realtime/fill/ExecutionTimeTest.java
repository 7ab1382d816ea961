package io.flexledger.realtime.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.realtime.fill.ExecutionTime.Form;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionTimeTest {

    @ParameterizedTest
    @CsvSource({
        "20260413 15:27:04 US/Eastern, 2026-04-13T19:27:04Z",
        "20260611 09:30:30 US/Eastern, 2026-06-11T13:30:30Z",
        "20260113 09:30:30 America/New_York, 2026-01-13T14:30:30Z",
        "20260824 15:50:07 US/Central, 2026-08-24T20:50:07Z",
        "20260611 14:30:30 GB-Eire, 2026-06-11T13:30:30Z",
        "20260611 15:30:30 MET, 2026-06-11T13:30:30Z",
        "20260611 21:30:30 Asia/Hong_Kong, 2026-06-11T13:30:30Z",
        "20260611 22:30:30 Japan, 2026-06-11T13:30:30Z",
        "20260611 13:30:30 UTC, 2026-06-11T13:30:30Z",
        "20240229 23:59:59 UTC, 2024-02-29T23:59:59Z"
    })
    void zonedIsAnInstant(String raw, Instant instant) {
        assertThat(ExecutionTime.of(raw)).isEqualTo(new ExecutionTime(raw, instant, Form.ZONED));
    }

    @ParameterizedTest
    @CsvSource({
        "20260611-13:30:30, 2026-06-11T13:30:30Z",
        "20260611-13:30:30Z, 2026-06-11T13:30:30Z",
        "20260611-13:30:30 Z, 2026-06-11T13:30:30Z",
        "20260611 13:30:30 Z, 2026-06-11T13:30:30Z"
    })
    void utcIsAnInstant(String raw, Instant instant) {
        assertThat(ExecutionTime.of(raw)).isEqualTo(new ExecutionTime(raw, instant, Form.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "20250415  19:38:31, UNZONED",
        "20250415 19:38:31, UNZONED",
        "20260611 13:30:30 Eastern Standard Time, UNKNOWN_ZONE",
        "20260611 13:30:30 Mars/Olympus, UNKNOWN_ZONE",
        "20261101 01:30:00 US/Eastern, NOT_ONE_INSTANT",
        "20260308 02:30:00 US/Eastern, NOT_ONE_INSTANT",
        "20260230-10:00:00, UNREADABLE",
        "20260611-24:00:00, UNREADABLE",
        "20260611, UNREADABLE",
        "2026-06-11T13:30:30Z, UNREADABLE",
        "noon, UNREADABLE"
    })
    void anythingElseIsKeptAsWritten(String raw, Form form) {
        assertThat(ExecutionTime.of(raw)).isEqualTo(new ExecutionTime(raw, null, form));
    }

    @Test
    void noneIsKeptAsNone() {
        assertThat(ExecutionTime.of("")).isEqualTo(new ExecutionTime("", null, Form.UNREADABLE));
    }

    @Test
    void liveAndOnRequestTheSameFillHasOneInstant() {
        assertThat(ExecutionTime.of("20260611-13:30:30").instant())
                .isEqualTo(ExecutionTime.of("20260611 09:30:30 US/Eastern").instant());
    }
}
