package io.flexledger.report.narrative;

import static io.flexledger.report.day.Market.newYork;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;
import static io.flexledger.report.day.Market.usd;
import static io.flexledger.report.narrative.GoldenNarrativeTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.LedgerDay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days that open and close at other hours than the golden ones. */
class DayTimesTest {

    private static final Instrument SPY = share("SPY");
    private static final FxRate RATE = rate("7.8");

    private static String text(LedgerDay day) {
        return MarkdownRenderer.render(report(day));
    }

    private static DayScenario day(String date) {
        return DayScenario.on("U1", date).official("1000", "1000", Map.of(), Map.of());
    }

    @Test
    void winterOpensAnHourLaterInHongKong() {
        assertThat(text(day("2025-01-17").day()))
                .contains("Market Open (22:30 HKT / 09:30 EST)")
                .contains("Market Close (05:00 HKT, January 18 / 16:00 EST, January 17)");
    }

    @Test
    void theWeeksOfTheSwitchesAreRight() {
        assertThat(text(day("2025-03-07").day())).contains("Market Open (22:30 HKT / 09:30 EST)");
        assertThat(text(day("2025-03-10").day())).contains("Market Open (21:30 HKT / 09:30 EDT)");
        assertThat(text(day("2025-10-31").day())).contains("Market Open (21:30 HKT / 09:30 EDT)");
        assertThat(text(day("2025-11-03").day())).contains("Market Open (22:30 HKT / 09:30 EST)");
    }

    /** Three minutes pass between the fills, though the wall clock in New York jumps an hour. */
    @Test
    void aGroupCanSpanTheSwitchOfTheClocks() {
        var day = day("2025-03-10");
        for (var at : List.of("2025-03-09T06:58:00Z", "2025-03-09T07:01:00Z")) {
            var leg = day.leg(at, SPY, "1", "600", "-1", RATE, false, "0");
            day.add(
                    Instant.parse(at),
                    true,
                    new EntryDetail.Traded(leg),
                    List.of(),
                    List.of(new Impact(usd("-1"), RATE)),
                    leg.event());
        }

        assertThat(text(day.day()))
                .contains("Overnight Stock Trades (14:58 - 15:01 HKT, March 9"
                        + " / 01:58 EST, March 9 - 03:01 EDT, March 9)")
                .contains("-2.00 USD * 7.8000 = **-15.60 HKD**");
    }

    @Test
    void aHalfDayClosesAtOne() {
        var day = day("2025-11-28");
        day.trade("2025-11-28T12:59:59", day.leg("1", SPY, "1", "600", "-1", RATE, false, "0"), "-1")
                .trade("2025-11-28T13:00:01", day.leg("2", SPY, "1", "600", "-1", RATE, false, "0"), "-1");

        assertThat(text(day.day()))
                .contains("Stock Trade (01:59 HKT, November 29 / 12:59 EST, November 28)")
                .contains("After-Hours Stock Trade (02:00 HKT, November 29 / 13:00 EST, November 28)")
                .contains("Market Close (02:00 HKT, November 29 / 13:00 EST, November 28):** Half-day");
    }

    @Test
    void aHolidayIsAReportDayWithoutBells() {
        assertThat(text(day("2025-07-04").day()))
                .contains("### **US Market Holiday: Friday, July 4, 2025**")
                .contains("End of Report Day")
                .doesNotContain("Market Open");
    }

    @Test
    void theNightBeforeAMondayBeginsOnFriday() {
        var day = day("2025-07-21");
        day.trade("2025-07-20T20:30:00", day.leg("1", SPY, "1", "600", "-1", RATE, false, "0"), "-1");

        assertThat(text(day.day()))
                .contains("### **Overnight Period (July 18 Close to July 21 Open)**")
                .contains("Overnight Stock Trade (08:30 HKT, July 21 / 20:30 EDT, July 20)");
    }

    @Test
    void aRowWithoutTimeSaysSo() {
        var day = day("2025-07-18");
        day.add(
                newYork("2025-07-18T00:00:00"),
                false,
                new EntryDetail.CashBooked("Dividends", usd("10"), RATE, "SPY CASH DIVIDEND", SPY.id(), false, false),
                List.of(),
                List.of(new Impact(usd("10"), RATE)),
                day.event("d"));

        assertThat(text(day.day()))
                .contains("Dividends (July 18, no time of day stated)")
                .contains("You receive 10.00 USD (Dividends): SPY CASH DIVIDEND.")
                .contains("**NAV Impact:** 10.00 USD * 7.8000 = **+78.00 HKD**");
    }
}
