package io.flexledger.testing.flex;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.flex.service.LoggedRequest;
import io.flexledger.testing.flex.service.RequestLog;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final SetClock clock = new SetClock("2025-07-18T09:00:00-04:00");
    private final RequestLog log = new RequestLog(
            Limits.BROKER,
            clock,
            () -> Duration.between(clock.start(), clock.instant()).toNanos());

    private boolean isRefused(Duration after, Endpoint endpoint, String token) {
        clock.pass(after);
        return log.arrived(endpoint, Map.of("t", token, "q", "1", "v", "3")).isPresent();
    }

    @Test
    void bothCallsShareOneRequestASecond() {
        assertThat(isRefused(Duration.ZERO, Endpoint.SEND_REQUEST, "a")).isFalse();
        assertThat(isRefused(Duration.ofMillis(999), Endpoint.GET_STATEMENT, "a"))
                .isTrue();
        assertThat(isRefused(Duration.ofSeconds(1), Endpoint.GET_STATEMENT, "a"))
                .isFalse();
        assertThat(log.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule())
                        .isEqualTo("999 ms after the one before; at least 1000 ms are asked for"));
    }

    @Test
    void aRefusedRequestCountsToo() {
        assertThat(isRefused(Duration.ZERO, Endpoint.SEND_REQUEST, "a")).isFalse();
        assertThat(isRefused(Duration.ofMillis(600), Endpoint.SEND_REQUEST, "a"))
                .isTrue();
        assertThat(isRefused(Duration.ofMillis(600), Endpoint.SEND_REQUEST, "a"))
                .isTrue();
    }

    @Test
    void tenFitIntoAnyMinute() {
        for (int count = 0; count < 10; count++) {
            assertThat(isRefused(Duration.ofSeconds(count == 0 ? 0 : 2), Endpoint.SEND_REQUEST, "a"))
                    .isFalse();
        }
        assertThat(isRefused(Duration.ofMillis(41_999), Endpoint.SEND_REQUEST, "a"))
                .isTrue();
        assertThat(log.violations().getFirst().rule()).isEqualTo("number 11 within 60 s; at most 10 are allowed");
    }

    @Test
    void theEleventhMayComeAMinuteAfterTheFirst() {
        for (int count = 0; count < 10; count++) {
            assertThat(isRefused(Duration.ofSeconds(count == 0 ? 0 : 2), Endpoint.SEND_REQUEST, "a"))
                    .isFalse();
        }
        assertThat(isRefused(Duration.ofSeconds(42), Endpoint.SEND_REQUEST, "a"))
                .isFalse();
    }

    @Test
    void eachTokenHasItsOwn() {
        assertThat(isRefused(Duration.ZERO, Endpoint.SEND_REQUEST, "a")).isFalse();
        assertThat(isRefused(Duration.ofMillis(10), Endpoint.SEND_REQUEST, "b")).isFalse();
        assertThat(isRefused(Duration.ofMillis(10), Endpoint.SEND_REQUEST, "a")).isTrue();
    }

    @Test
    void theLogKnowsNoToken() {
        isRefused(Duration.ZERO, Endpoint.SEND_REQUEST, "a-secret-token");
        LoggedRequest request = log.requests().getFirst();

        assertThat(request.toString()).doesNotContain("a-secret-token");
        assertThat(request.token()).hasSize(16);
        assertThat(request.params()).containsOnlyKeys("q", "v");
    }
}
