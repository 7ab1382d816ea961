package io.flexledger.realtime.provisional;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.calendar.MarketCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDaysTest {

    private final ReportDays days = new ReportDays(MarketCalendar.newYork());

    @ParameterizedTest
    @CsvSource({
        "2025-07-17T13:30:00Z, 2025-07-17", // the opening bell
        "2025-07-17T23:59:59Z, 2025-07-17", // 19:59:59 in New York
        "2025-07-18T00:00:00Z, 2025-07-18", // 20:00:00: the overnight session is dated to the next day
        "2025-07-18T07:50:00Z, 2025-07-18",
        "2025-07-19T00:00:00Z, 2025-07-21", // Friday 20:00
        "2025-07-20T15:00:00Z, 2025-07-21", // Sunday
        "2025-07-04T15:00:00Z, 2025-07-07", // Independence Day, a Friday
        "2025-12-02T00:59:59Z, 2025-12-01", // in winter the evening begins an hour later in universal time
        "2025-12-02T01:00:00Z, 2025-12-02",
    })
    void areTradingDaysInNewYork(Instant instant, LocalDate day) {
        assertThat(days.of(instant)).isEqualTo(day);
    }
}
