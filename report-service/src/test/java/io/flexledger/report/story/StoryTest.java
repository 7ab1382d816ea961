package io.flexledger.report.story;

import static io.flexledger.report.day.Market.NEW_YORK;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.story.Happening.TradeGroup;
import io.flexledger.report.story.Story.CloseKind;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The house example, figure by figure. */
class StoryTest {

    static final StoryRules RULES = new StoryRules(RuleSet.ALM_1, Duration.ofMinutes(5), true);

    static Story tell(LedgerDay day) {
        return Story.tell(day, new MarketCalendar(NEW_YORK), RULES);
    }

    private static TradeGroup group(Story story, int number) {
        return (TradeGroup) story.told().get(number - 1).happening();
    }

    @Nested
    class Thursday {

        private final Story story = tell(GoldenDays.tuned().july17());

        @Test
        void sixFillsAreOneGroup() {
            var group = group(story, 1);

            assertThat(story.told()).hasSize(1);
            assertThat(group.fills()).hasSize(6);
            assertThat(BlockTitle.of(story.told().getFirst(), story.day().date()))
                    .isEqualTo("Day Trades");
            assertThat(group.realized()).isEqualTo(usd("-6.46018"));
            assertThat(group.premium()).isEqualTo(usd("0"));
            assertThat(group.charges()).isEqualTo(usd("-5.83306"));
            assertThat(group.total()).isEqualTo(usd("-12.29324"));
        }

        @Test
        void theValueGoesFromOpeningToCalculated() {
            assertThat(story.opening()).isEqualTo(new Nav(hkd("79498.681601594"), hkd("79498.68")));
            assertThat(story.told().getFirst().impact()).isEqualTo(hkd("-96.460136984"));
            assertThat(story.calculated()).isEqualTo(new Nav(hkd("79402.22146461"), hkd("79402.22")));
        }

        @Test
        void theCloseIsMarkToMarket() {
            assertThat(story.closeKind()).isEqualTo(CloseKind.MARK_TO_MARKET);
            assertThat(story.difference()).contains(new Nav(hkd("352.589234625"), hkd("352.59")));
        }
    }

    @Nested
    class Friday {

        private final Story story = tell(GoldenDays.tuned().july18());

        @Test
        void isToldInOrder() {
            assertThat(story.told())
                    .extracting(told -> BlockTitle.of(told, story.day().date()))
                    .containsExactly(
                            "Assignment",
                            "Expiration",
                            "Pre-Market Cover Trade",
                            "0DTE Trades",
                            "Expiration",
                            "Expiration");
        }

        @Test
        void deliveriesAndExpiriesHaveNoImpact() {
            assertThat(story.told())
                    .filteredOn(told -> !(told.happening() instanceof TradeGroup))
                    .hasSize(4)
                    .allSatisfy(told -> assertThat(told.impact().isZero()).isTrue());
        }

        @Test
        void theCoverRealizesAgainstTheStrike() {
            var cover = group(story, 3);

            assertThat(cover.realized()).isEqualTo(usd("-145"));
            assertThat(cover.charges()).isEqualTo(usd("-1.0027"));
            assertThat(cover.total()).isEqualTo(usd("-146.0027"));
            assertThat(story.told().get(2).impact()).isEqualTo(hkd("-1145.437902364"));
            assertThat(story.told().get(2).after()).isEqualTo(new Nav(hkd("78609.372796871"), hkd("78609.37")));
            assertThat(story.atOpen().shown()).isEqualTo(hkd("78609.37"));
        }

        @Test
        void thePremiumOfOptionsEndingTodayCounts() {
            var sold = group(story, 4);

            assertThat(sold.realized()).isEqualTo(usd("0"));
            assertThat(sold.premium()).isEqualTo(usd("77"));
            assertThat(sold.charges()).isEqualTo(usd("-1.73288"));
            assertThat(sold.total()).isEqualTo(usd("75.26712"));
            assertThat(story.told().get(3).impact()).isEqualTo(hkd("590.636144064"));
            assertThat(story.calculated()).isEqualTo(new Nav(hkd("79200.008940935"), hkd("79200.01")));
        }

        @Test
        void theCloseIsAReconciliation() {
            assertThat(story.closeKind()).isEqualTo(CloseKind.RECONCILIATION);
            assertThat(story.difference()).contains(new Nav(hkd("31.022442341"), hkd("31.02")));
        }
    }

    @Nested
    class AtTheBrokersOwnRates {

        private final Story thursday = tell(GoldenDays.real().july17());
        private final Story friday = tell(GoldenDays.real().july18());

        @Test
        void theChainIsTheKnownOne() {
            assertThat(thursday.calculated().shown()).isEqualTo(hkd("79402.19"));
            assertThat(thursday.difference().orElseThrow().shown()).isEqualTo(hkd("352.62"));
            assertThat(friday.told().get(2).after().shown()).isEqualTo(hkd("78609.10"));
            assertThat(friday.calculated().shown()).isEqualTo(hkd("79199.74"));
            assertThat(friday.difference().orElseThrow().shown()).isEqualTo(hkd("31.29"));
        }
    }

    @Nested
    class ByEcon1 {

        private final Story friday = Story.tell(
                GoldenDays.real().july18(),
                new MarketCalendar(NEW_YORK),
                new StoryRules(RuleSet.ECON_1, Duration.ofMinutes(5), false));

        @Test
        void everyImpactIsAChangeOfCashOrMarkedValue() {
            assertThat(friday.told())
                    .extracting(told -> told.impact().rounded())
                    .containsExactly(
                            hkd("31.26"), hkd("0"), hkd("-1145.71"), hkd("-13.60"), hkd("290.35"), hkd("313.89"));
        }

        @Test
        void onlyTranslationIsLeftToTheClose() {
            assertThat(friday.difference().orElseThrow().exact().rounded()).isEqualTo(hkd("0.04"));
        }
    }
}
