package io.flexledger.report.narrative;

import static io.flexledger.report.day.DayScenario.disposal;
import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.holding;
import static io.flexledger.report.day.Market.newYork;
import static io.flexledger.report.day.Market.option;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;
import static io.flexledger.report.day.Market.usd;
import static io.flexledger.report.narrative.GoldenNarrativeTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.LedgerDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Days that are not like the golden ones. */
class NarratorTest {

    private static final Instrument SPY = share("SPY");
    private static final Instrument CALL = option("1", "SPY", "630", Right.CALL, "2025-11-28");
    private static final FxRate RATE = rate("7.8");

    private static String text(LedgerDay day) {
        return MarkdownRenderer.render(report(day));
    }

    private static DayScenario day(String date) {
        return DayScenario.on("U1", date).official("1000", "1000", Map.of(), Map.of());
    }

    @Nested
    class Cash {

        @Test
        void isTheOwnersOrTheBrokers() {
            var own = FxRate.identity(HKD);
            var day = day("2025-07-18")
                    .cash("2025-07-18T10:00:00", "Deposits/Withdrawals", hkd("119945"), own, "FPS", true)
                    .cash("2025-07-18T11:00:00", "Deposits/Withdrawals", hkd("-1230"), own, "OUT", true)
                    .cash("2025-07-18T12:00:00", "Other Fees", hkd("-8"), own, "WITHDRAWAL FEE", false)
                    .cash("2025-07-18T13:00:00", "Withholding Tax", usd("-3"), RATE, "US TAX", false);

            assertThat(text(day.day()))
                    .contains("**Deposit (22:00 HKT / 10:00 EDT):**")
                    .contains("You deposit 119,945.00 HKD: FPS.")
                    .contains("**Cash flow:** **+119,945.00 HKD**")
                    .contains("You withdraw 1,230.00 HKD: OUT.")
                    .contains("You pay 8.00 HKD (Other Fees): WITHDRAWAL FEE.")
                    .contains("Tax of 3.00 USD is withheld: US TAX.")
                    .contains("**NAV becomes:** 1,000.00 + 119,945.00 = **120,945.00 HKD**");
        }
    }

    @Nested
    class Marked {

        @Test
        void aCarriedRateSaysSoInItsLine() {
            var carried = rate("7.8", FxRate.Source.CARRIED);
            var day = day("2025-07-18");
            day.trade("2025-07-18T10:00:00", day.leg("1", SPY, "1", "600", "-1", carried, false, "0"), "-1");

            assertThat(text(day.day()))
                    .contains("-1.00 USD * 7.8000 = **-7.80 HKD** (provisional: rate carried from an earlier day)");
        }

        @Test
        void anInferredDeliverySaysSoInItsLine() {
            var day = day("2025-07-18");
            var put = day.leg("1", CALL, "-1", "0", "0", RATE, true, "0");
            var shares = day.leg("2", SPY, "100", "630", "0", RATE, false, null);
            day.add(
                    newYork("2025-07-17T16:20:00"),
                    true,
                    new EntryDetail.Delivered(DeliveryKind.EXERCISE, List.of(put), shares, Recognition.PAIRING),
                    List.of(),
                    List.of(new Impact(usd("0"), RATE)),
                    put.event());

            assertThat(text(day.day()))
                    .contains("**Exercise (04:20 HKT, July 18 / 16:20 EDT, July 17):**")
                    .contains("Your long SPY 630 Call is exercised. Your option right is replaced with a 100 share long"
                            + " position in SPY at a cost basis of $630.00/share."
                            + " (inferred from the pairing of option and shares)");
        }

        @Test
        void anExpiryKnownByTheShapeOfItsRowAloneSaysSoInItsLine() {
            var day = day("2025-11-28");
            expire(day, "2025-11-27T16:20:00", day.leg("1", CALL, "1", "0", "0", RATE, true, "20"));
            expire(day, "2025-11-28T16:20:00", day.leg("2", CALL, "1", "0", "0", RATE, true, "20"));

            assertThat(text(day.day()))
                    .contains("Your short SPY 630 Call expires worthless. The premium is now fully realized."
                            + " (inferred from the shape of the row alone)")
                    .contains("SPY 630 Call expires worthless at 05:20 HKT, November 29 / 16:20 EST, November 28."
                            + " The premium is now fully realized. (inferred from the shape of the row alone)");
        }

        private static void expire(DayScenario day, String at, Leg leg) {
            day.add(
                    newYork(at),
                    true,
                    new EntryDetail.Expired(leg, Recognition.INFERRED),
                    List.of(),
                    List.of(new Impact(usd("0"), RATE)),
                    leg.event());
        }

        @Test
        void aWeakMarkSaysSoInItsLine() {
            var weak = holding(SPY, "1", "600", "600", "590", rate("7.8", FxRate.Source.CONFIGURED));
            var day = day("2025-07-18").calculated("1000", "1000", Map.of(), weak);

            assertThat(text(day.day()))
                    .contains(
                            "SPY: 1 at 600.00, value 600.00 USD, unrealized +10.00 USD (provisional: configured rate)");
        }
    }

    @Nested
    class Words {

        @Test
        void aFillThatClosesMoreThanItCarriesIsToldInParts() {
            var day = day("2025-07-18");
            var sell = day.leg("2", SPY, "-3", "610", "-1", RATE, true, null);
            day.trade(
                    "2025-07-18T10:00:00",
                    sell,
                    "20",
                    disposal(sell, day.event("old"), "2025-07-01", day.date(), "590", "603", "60", "60"));

            assertThat(text(day.day()))
                    .contains("**Closing Trade (22:00 HKT / 10:00 EDT):**")
                    .contains("You close 3 shares of SPY at $610.00.")
                    .contains("Realized Gain: (610.00 - 603.00) * 3 shares = 21.00 USD");
        }

        @Test
        void anOptionThatWasBoughtExpiresAtALoss() {
            var day = day("2025-11-28");
            day.expiry("2025-11-28T16:20:00", day.leg("1", CALL, "-1", "0", "0", RATE, true, "-20"), "0");

            assertThat(text(day.day()))
                    .contains("SPY 630 Call expires worthless at 05:20 HKT, November 29 / 16:20 EST, November 28."
                            + " What was paid is now fully realized as a loss.");
        }

        @Test
        void unitsCarriedAndClosedAtTheSamePricesAreOneLine() {
            var day = day("2025-07-18");
            for (var id : List.of("2", "3")) {
                var sell = day.leg(id, SPY, "-3", "610", "-1", RATE, true, null);
                day.trade(
                        "2025-07-18T10:00:00",
                        sell,
                        "20",
                        disposal(sell, day.event("old" + id), "2025-07-01", day.date(), "590", "603", "60", "60"));
            }
            var last = day.leg("4", SPY, "-1", "600", "-1", RATE, true, null);
            day.trade(
                    "2025-07-18T10:00:01",
                    last,
                    "-4",
                    disposal(last, day.event("old4"), "2025-07-01", day.date(), "590", "603", "10", "10"));

            assertThat(text(day.day()))
                    .contains("Realized Gain: (610.00 - 603.00) * 6 shares = 42.00 USD")
                    .contains("Realized Loss: (600.00 - 603.00) * 1 share = -3.00 USD")
                    .contains("Realized Gain in all: 39.00 USD");
        }

        @Test
        void whatChangesNothingLeavesTheValueAsItIs() {
            var day = day("2025-07-18");
            day.trade("2025-07-18T10:00:00", day.leg("1", SPY, "1", "600", "0", RATE, false, "0"), "0");

            assertThat(text(day.day())).contains("**NAV remains:** **1,000.00 HKD**");
        }

        @Test
        void severalRatesAreShownSideBySide() {
            var day = day("2025-07-18");
            day.trade("2025-07-18T10:00:00", day.leg("1", SPY, "1", "600", "-1", rate("7.8"), false, "0"), "-1")
                    .trade("2025-07-18T10:00:01", day.leg("2", SPY, "1", "600", "-2", rate("7.9"), false, "0"), "-2");

            assertThat(text(day.day()))
                    .contains("**Total P&L Impact:** -1.00 USD * 7.8000 + -2.00 USD * 7.9000 = **-23.60 HKD**");
        }

        @Test
        void whatIsNotKnownIsNotInvented() {
            var day = DayScenario.on("U1", "2025-07-18")
                    .calculated("900", "890", Map.of())
                    .statedOnly("otherFees", "-10");

            assertThat(text(day.day()))
                    .contains("> Provisional: the broker's official net asset value of this day has not arrived.")
                    .contains("**Previous official close:** not provided; the story starts from 900.00 HKD")
                    .contains("**Official Opening NAV:** not provided")
                    .contains("**Previous official close:** not provided; the story starts from 900.00 HKD,"
                            + " the ledger's own value")
                    .contains("**Official Closing NAV:** not provided: the broker's statement of this day is missing.")
                    .contains(
                            "**Calculated Closing NAV:** **890.00 HKD** (provisional), with the marks and rates of the"
                                    + " close; the story alone comes to 900.00 HKD.");
        }

        @Test
        void aStartThatIsNotTheCloseBeforeIsSaid() {
            var before = DayScenario.on("U1", "2025-07-17")
                    .official("1", "990", Map.of(), Map.of())
                    .day();

            assertThat(text(day("2025-07-18").after(before).day()))
                    .contains("**Previous official close (July 17):** **1,000.00 HKD**, the broker's starting value;"
                            + " the close of that day was 990.00 HKD");
        }

        @Test
        void unknownAmountsAreNamedBelowTheBridge() {
            var day = DayScenario.on("U1", "2025-07-18")
                    .official("1000", "992", Map.of("cash", "992"), Map.of("mtm", "0", "depositsWithdrawals", "0"))
                    .calculated("1000", "1000", Map.of("cash", "1000"));

            assertThat(text(day.day()))
                    .contains("| Unexplained |  | -8.00 |")
                    .contains(
                            "*   **Unexplained:** -8.00 HKD of cash: no delivered row states it; ChangeInNAV lacks the"
                                    + " columns otherFees, brokerFees")
                    .contains("*   **Next step:** Select all columns of ChangeInNAV");
        }
    }
}
