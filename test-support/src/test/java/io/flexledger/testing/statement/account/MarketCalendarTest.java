package io.flexledger.testing.statement.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarketCalendarTest {

    /** As published by the exchange, weekday closures only. */
    @Test
    void holidaysOfTwoYears() {
        assertThat(MarketCalendar.holidays(2025))
                .containsExactlyElementsOf(dates(
                        "2025-01-01",
                        "2025-01-20",
                        "2025-02-17",
                        "2025-04-18",
                        "2025-05-26",
                        "2025-06-19",
                        "2025-07-04",
                        "2025-09-01",
                        "2025-11-27",
                        "2025-12-25"));
        assertThat(MarketCalendar.holidays(2026))
                .containsExactlyElementsOf(dates(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-04-03",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-03",
                        "2026-09-07",
                        "2026-11-26",
                        "2026-12-25"));
    }

    private static List<LocalDate> dates(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }

    @Test
    void holidayIsAReportDayWithoutTrading() {
        LocalDate independence = LocalDate.of(2025, 7, 4);

        assertThat(MarketCalendar.isReportDay(independence)).isTrue();
        assertThat(MarketCalendar.isTradingDay(independence)).isFalse();
        assertThat(MarketCalendar.nextReportDay(independence)).isEqualTo("2025-07-07");
        assertThat(MarketCalendar.nextTradingDay(LocalDate.of(2025, 7, 3))).isEqualTo("2025-07-07");
        assertThat(MarketCalendar.previousReportDay(LocalDate.of(2025, 7, 7))).isEqualTo(independence);
    }

    @Test
    void thirdFridayIsTheMonthlyExpiry() {
        assertThat(MarketCalendar.isThirdFriday(LocalDate.of(2025, 7, 18))).isTrue();
        assertThat(MarketCalendar.isThirdFriday(LocalDate.of(2025, 7, 11))).isFalse();
        assertThat(MarketCalendar.isThirdFriday(LocalDate.of(2025, 7, 17))).isFalse();
        assertThat(MarketCalendar.isThirdFriday(LocalDate.of(2025, 8, 15))).isTrue();
    }
}
