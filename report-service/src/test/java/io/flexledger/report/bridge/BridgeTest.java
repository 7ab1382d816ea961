package io.flexledger.report.bridge;

import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.NEW_YORK;
import static io.flexledger.report.day.Market.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.BridgeLine.Kind;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.story.RuleSet;
import io.flexledger.report.story.Story;
import io.flexledger.report.story.StoryRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BridgeTest {

    private static Story story(LedgerDay day) {
        return Story.tell(
                day, new MarketCalendar(NEW_YORK), new StoryRules(RuleSet.ALM_1, Duration.ofMinutes(5), false));
    }

    private static Bridge bridge(LedgerDay day) {
        return Bridge.of(day, story(day));
    }

    private static List<String> steps(Bridge bridge) {
        return bridge.steps().stream()
                .map(step -> step.line().text() + " "
                        + step.line().amount().rounded().amount().setScale(2) + " -> "
                        + step.after().amount().setScale(2))
                .toList();
    }

    private static List<String> difference(Bridge bridge) {
        return bridge.difference().stream()
                .map(line ->
                        line.text() + " " + line.amount().rounded().amount().setScale(2))
                .toList();
    }

    private static Money shownSum(List<BridgeLine> lines) {
        return lines.stream().map(line -> line.amount().rounded()).reduce(hkd("0"), Money::plus);
    }

    @Nested
    class OnTheGoldenDays {

        private final GoldenDays days = GoldenDays.real();

        @Test
        void thursdayAddsUpEveryCentOnce() {
            assertThat(steps(bridge(days.july17())))
                    .containsExactly(
                            "Day Trades -69.33 -> 79429.35",
                            "Interest accrual in USD -82.73 -> 79346.62",
                            "Mark-to-market of open positions 408.15 -> 79754.77",
                            "FX on USD balances 0.04 -> 79754.81");
        }

        @Test
        void fridayAddsUpEveryCentOnce() {
            assertThat(steps(bridge(days.july18())))
                    .containsExactly(
                            "Assignment: SPY 628 Call 31.26 -> 79786.07",
                            "Expiration: SPY 626 Put 0.00 -> 79786.07",
                            "Pre-Market Cover Trade -1145.71 -> 78640.36",
                            "0DTE Trades -13.60 -> 78626.76",
                            "Expiration: SPY 629 Call, SPY 626 Put 604.23 -> 79230.99",
                            "FX on USD balances 0.04 -> 79231.03");
        }

        @Test
        void nothingIsUnexplained() {
            for (var day : List.of(
                    days.july17(),
                    days.july18(),
                    GoldenDays.tuned().july17(),
                    GoldenDays.tuned().july18())) {
                var unexplained = bridge(day).unexplained();
                assertThat(unexplained).isNotNull();
                assertThat(unexplained.isZero()).isTrue();
                assertThat(unexplained.amount().amount().abs()).isLessThan(new BigDecimal("0.000001"));
                assertThat(unexplained.findings()).isEmpty();
            }
        }

        @Test
        void theClosingDifferenceOfThursdayIsExplainedLineByLine() {
            assertThat(difference(bridge(days.july17())))
                    .containsExactly(
                            "Mark-to-market SPY 626 Put 290.42",
                            "Mark-to-market SPY 628 Call 117.74",
                            "Interest accrual in USD -82.73",
                            "FX on USD balances 0.04",
                            "Counted differently by the story: Day Trades, economic minus told 27.16",
                            "Unexplained 0.00",
                            "Rounding of the lines above -0.01");
        }

        @Test
        void theClosingDifferenceOfFridayIsExplainedLineByLine() {
            assertThat(difference(bridge(days.july18())))
                    .containsExactly(
                            "Assignment: SPY 628 Call 31.26",
                            "Expiration: SPY 629 Call, SPY 626 Put 604.23",
                            "FX on USD balances 0.04",
                            "Counted differently by the story: 0DTE Trades, economic minus told -604.23",
                            "Unexplained 0.00",
                            "Rounding of the lines above -0.01");
        }

        @Test
        void theLinesAddUpToTheDifference() {
            for (var day : List.of(
                    days.july17(),
                    days.july18(),
                    GoldenDays.tuned().july17(),
                    GoldenDays.tuned().july18())) {
                assertThat(shownSum(bridge(day).difference()))
                        .isEqualTo(story(day).difference().orElseThrow().shown());
            }
        }
    }

    @Nested
    class WithAFeeNobodyItemises {

        private final DayScenario scenario = DayScenario.on("U1", "2025-07-10")
                .cash("2025-07-10T16:08:35", "Deposits/Withdrawals", hkd("-1000"), FxRate.identity(HKD), "out", true)
                .statedOnly("mtm", "244.38179013")
                .official(
                        "80851.938355427",
                        "80088.320145555",
                        Map.of("cash", "80088.320145555", "stock", "0"),
                        Map.of("mtm", "251.18334413", "depositsWithdrawals", "-1000", "commissions", "-6.801554"))
                .calculated("80851.938355427", "80096.320145557", Map.of("cash", "80096.320145557", "stock", "0"));

        @Test
        void theAmountIsNamedWithItsPlaceAndTheColumnsThatCouldStateIt() {
            var unexplained = bridge(scenario.day()).unexplained();

            assertThat(unexplained).isNotNull();
            assertThat(unexplained.amount().rounded()).isEqualTo(hkd("-8"));
            assertThat(unexplained.findings())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "-8.00 HKD of cash: no delivered row states it; ChangeInNAV lacks the columns otherFees, brokerFees,")
                    .doesNotContain("depositsWithdrawals");
            assertThat(unexplained.nextStep()).startsWith("Select all columns of ChangeInNAV");
        }

        @Test
        void itIsALineOfBothTables() {
            var bridge = bridge(scenario.day());

            assertThat(bridge.steps().getLast().line().kind()).isEqualTo(Kind.UNEXPLAINED);
            assertThat(bridge.steps().getLast().after()).isEqualTo(hkd("80088.32"));
            assertThat(difference(bridge)).contains("Unexplained -8.00");
        }

        @Test
        void whatWasOffTheDayBeforeIsNotOfThisDay() {
            var before = DayScenario.on("U1", "2025-07-09")
                    .official("0", "80851.938355427", Map.of("cash", "80851.938355427", "stock", "5"), Map.of())
                    .calculated("0", "80851.938355427", Map.of("cash", "80859.938355429", "stock", "0"))
                    .day();

            var unexplained = bridge(scenario.after(before).day()).unexplained();

            assertThat(unexplained).isNotNull();
            assertThat(unexplained.findings())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "-5.00 HKD of stock: no delivered row states it; ChangeInNAV lacks the columns assetTransfers");
        }

        @Test
        void withoutChangeInNavTheSectionIsAskedFor() {
            var bare = scenario.official("80851.938355427", "80088.320145555", Map.of(), Map.of())
                    .day();
            var unexplained = bridge(bare).unexplained();

            assertThat(unexplained).isNotNull();
            assertThat(unexplained.findings().getFirst()).contains("no ChangeInNAV");
            assertThat(unexplained.nextStep()).startsWith("Add the section ChangeInNAV");
        }
    }

    @Nested
    class WithoutAnOfficialValue {

        @Test
        void nothingIsClaimedToBeExplained() {
            var bridge = bridge(DayScenario.on("U1", "2025-07-10")
                    .calculated("100", "90", Map.of())
                    .statedOnly("otherFees", "-10")
                    .day());

            assertThat(bridge.unexplained()).isNull();
            assertThat(bridge.difference()).isEmpty();
            assertThat(steps(bridge))
                    .containsExactly("ChangeInNAV otherFees, which no delivered row itemises -10.00 -> 90.00");
        }
    }
}
