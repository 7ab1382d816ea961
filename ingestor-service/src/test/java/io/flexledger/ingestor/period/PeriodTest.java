package io.flexledger.ingestor.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-07-19");

    @Test
    void hasBothItsEnds() {
        var period = new Period(LocalDate.parse("2025-07-17"), LocalDate.parse("2025-07-18"));

        assertThat(period.days()).isEqualTo(2);
        assertThat(LocalDate.parse("2025-07-16").datesUntil(LocalDate.parse("2025-07-20")))
                .filteredOn(period::covers)
                .containsExactly(period.from(), period.to());
    }

    @Test
    void isAtMostAYear() {
        assertThat(new Period(FIRST, LocalDate.parse("2025-07-18")).days()).isEqualTo(365);
        assertThatThrownBy(() -> new Period(FIRST, LocalDate.parse("2025-07-19")))
                .isInstanceOf(InvalidPeriodException.class)
                .hasMessage("2024-07-19 to 2025-07-19 are 366 days, and one request covers at most 365");
    }

    @Test
    void doesNotRunBackwards() {
        assertThatThrownBy(() -> new Period(FIRST, FIRST.minusDays(1)))
                .isInstanceOf(InvalidPeriodException.class)
                .hasMessage("the last day, 2024-07-18, is before the first, 2024-07-19");
    }
}
