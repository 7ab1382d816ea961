package io.flexledger.report.story;

import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.NEW_YORK;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.option;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.Market;
import io.flexledger.report.story.Happening.TradeGroup;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final FxRate RATE = rate("7.8");

    private final DayScenario day = DayScenario.on("U1", "2025-07-18");
    private StoryRules rules = StoryTest.RULES;
    private int fills;

    @Test
    void fillsWithinTheWindowAreOneGroup() {
        buy("SPY", "2025-07-18T10:00:00");
        buy("SPY", "2025-07-18T10:05:00");
        buy("SPY", "2025-07-18T10:10:00"); // five minutes after the last fill, ten after the first

        assertThat(groups()).containsExactly(3);
    }

    @Test
    void aPauseLongerThanTheWindowEndsTheGroup() {
        buy("SPY", "2025-07-18T10:00:00");
        buy("SPY", "2025-07-18T10:05:01");

        assertThat(groups()).containsExactly(1, 1);
    }

    @Test
    void theWindowIsASetting() {
        rules = new StoryRules(RuleSet.ALM_1, Duration.ofSeconds(30), true);
        buy("SPY", "2025-07-18T10:00:00");
        buy("SPY", "2025-07-18T10:00:31");

        assertThat(groups()).containsExactly(1, 1);
    }

    @Test
    void theOpeningBellEndsTheGroup() {
        buy("SPY", "2025-07-18T09:29:59");
        buy("SPY", "2025-07-18T09:30:00");

        assertThat(groups()).containsExactly(1, 1);
    }

    @Test
    void theClosingBellEndsTheGroup() {
        buy("SPY", "2025-07-18T16:00:00");
        buy("SPY", "2025-07-18T16:00:01");

        assertThat(groups()).containsExactly(1, 1);
    }

    @Test
    void midnightDoesNotEndTheGroup() {
        buy("SPY", "2025-07-17T23:59:00");
        buy("SPY", "2025-07-18T00:01:00");

        assertThat(groups()).containsExactly(2);
    }

    @Test
    void cashInBetweenEndsTheGroup() {
        buy("SPY", "2025-07-18T10:00:00");
        day.cash("2025-07-18T10:01:00", "Other Fees", hkd("-8"), FxRate.identity(HKD), "fee", false);
        buy("SPY", "2025-07-18T10:02:00");

        assertThat(groups()).containsExactly(1, 1);
        assertThat(story().told()).hasSize(3);
    }

    @Test
    void underlyingsShareNoGroupUnlessSetOtherwise() {
        buy("SPY", "2025-07-18T10:00:00");
        buy("QQQ", "2025-07-18T10:01:00");
        buy("SPY", "2025-07-18T10:02:00");
        assertThat(groups()).containsExactly(2, 1);

        rules = new StoryRules(RuleSet.ALM_1, Duration.ofMinutes(5), false);
        assertThat(groups()).containsExactly(3);
    }

    @Test
    void anotherUnderlyingsFillDoesNotBridgeAPause() {
        buy("SPY", "2025-07-18T10:00:00");
        buy("QQQ", "2025-07-18T10:04:00");
        buy("SPY", "2025-07-18T10:08:00");

        assertThat(groups()).containsExactly(1, 1, 1);
    }

    @Test
    void anOptionIsGroupedWithItsUnderlying() {
        var put = option("1", "SPY", "620", Right.PUT, "2025-07-18");
        buy("SPY", "2025-07-18T10:00:00");
        day.trade("2025-07-18T10:01:00", day.leg("p", put, "1", "1", "-1", RATE, false, null), "-1");

        assertThat(groups()).containsExactly(2);
    }

    @Test
    void currenciesAreGroupedApartInTheOrderOfTheirFirstFills() {
        foreign("EUR", "2025-07-18T10:00:00", "-1.5", "8.5");
        buy("SPY", "2025-07-18T10:01:00");
        foreign("EUR", "2025-07-18T10:02:00", "-1.5", "8.5");

        assertThat(groups()).containsExactly(2, 1);
        assertThat(story().told()).extracting(told -> told.impact()).containsExactly(hkd("-25.5"), hkd("-7.8"));
    }

    @Test
    void aGroupIsRoundedOnceAndTheChainAddsTheRoundedImpacts() {
        foreign("EUR", "2025-07-18T10:00:00", "-0.0005", "8");
        foreign("EUR", "2025-07-18T10:01:00", "-0.0005", "8");
        foreign("EUR", "2025-07-18T11:00:00", "-0.0005", "8");
        var story = story();

        assertThat(story.told()).extracting(told -> told.impact().rounded()).containsExactly(hkd("-0.01"), hkd("0"));
        assertThat(story.calculated().shown()).isEqualTo(hkd("-0.01"));
        assertThat(story.calculated().exact()).isEqualTo(hkd("-0.012"));
    }

    @Test
    void everyFillIsInExactlyOneGroup() {
        for (int i = 0; i < 40; i++) {
            buy(i % 3 == 0 ? "SPY" : "QQQ", "2025-07-18T10:%02d:%02d".formatted(i, i % 7));
        }
        assertThat(groups().stream().mapToInt(n -> n).sum()).isEqualTo(40);
        var sum = story().told().stream().map(Told::impact).reduce(hkd("0"), Money::plus);
        assertThat(sum).isEqualTo(hkd("-312"));
    }

    private void buy(String symbol, String at) {
        fills++;
        day.trade(at, day.leg("t" + fills, share(symbol), "1", "100", "-1", RATE, false, null), "-1");
    }

    private void foreign(String currency, String at, String commission, String rate) {
        fills++;
        var code = CurrencyCode.of(currency);
        var instrument =
                new Instrument(InstrumentId.conid("ASML"), "ASML", null, "STK", code, BigDecimal.ONE, null, Map.of());
        var fx = new FxRate(code, HKD, new BigDecimal(rate), FxRate.Source.ROW);
        var usd = day.leg("t" + fills, share("X"), "1", "100", commission, RATE, false, null);
        var zero = Money.zero(code);
        var leg = new Leg(
                usd.event(),
                usd.source(),
                usd.ids(),
                instrument,
                Quantity.of("1"),
                Money.of("100", currency),
                Money.of("-100", currency),
                Money.of(commission, currency),
                zero,
                fx,
                Quantity.ZERO,
                Quantity.of("1"),
                null,
                null);
        day.add(
                Market.newYork(at),
                true,
                new EntryDetail.Traded(leg),
                List.of(),
                List.of(new Impact(Money.of(commission, currency), fx)),
                leg.event());
    }

    private Story story() {
        return Story.tell(day.day(), new MarketCalendar(NEW_YORK), rules);
    }

    private List<Integer> groups() {
        var sizes = new ArrayList<Integer>();
        for (var told : story().told()) {
            if (told.happening() instanceof TradeGroup group) {
                sizes.add(group.fills().size());
            }
        }
        return sizes;
    }
}
