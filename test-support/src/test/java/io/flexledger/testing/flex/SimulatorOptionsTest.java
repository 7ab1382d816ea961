package io.flexledger.testing.flex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.flex.report.QueryPeriod;
import io.flexledger.testing.flex.report.QueryRole;
import io.flexledger.testing.flex.service.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorOptionsTest {

    private static SimulatorSettings parse(String line) {
        return SimulatorOptions.parse(line.split(" ", -1), "");
    }

    @Test
    void readsQueriesAndTokens() {
        SimulatorSettings settings = SimulatorOptions.parse(
                new String[] {"token=1", "query=7:Month:full", "query=8:Day:nav:LastBusinessDay", "port=0"}, "2,3");

        assertThat(settings.service().tokens()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(settings.service().queries())
                .extracting(query -> query.role() + " " + query.period())
                .containsExactly(
                        QueryRole.FULL + " " + QueryPeriod.MONTH_TO_DATE,
                        QueryRole.NAV + " " + QueryPeriod.LAST_BUSINESS_DAY);
        assertThat(settings.limits()).isEqualTo(Limits.BROKER);
        assertThat(settings.toString()).doesNotContain("tokens");
    }

    @Test
    void startsInAnotherTime() {
        SimulatorSettings settings = parse("token=1 query=7:Month:full start=2025-07-18T05:00:00-04:00 speed=60");

        assertThat(settings.service().clock().instant())
                .isBetween(Instant.parse("2025-07-18T09:00:00Z"), Instant.parse("2025-07-18T10:00:00Z"));
    }

    @Test
    void timeRunsAsFastAsAsked() {
        Instant real = Instant.parse("2026-01-01T00:00:00Z");
        Instant start = Instant.parse("2025-07-18T09:00:00Z");
        InstantSource later = () -> real.plusSeconds(10);

        assertThat(new ScaledClock(later, real, start, new BigDecimal("1.5")).instant())
                .isEqualTo(start.plusSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token=1",
                "query=7:Month:full",
                "token=1 query=7:Month",
                "token=1 query=7:Month:everything",
                "token=1 query=7:Month:full:Sometimes",
                "token=1 query=7:Month:full port=many",
                "token=1 query=7:Month:full colour=red"
            })
    void refusesWhatMakesNoSense(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
