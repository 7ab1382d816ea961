package io.flexledger.report.narrative;

import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.Exchanges;
import io.flexledger.report.day.Exchanges.Order;
import io.flexledger.report.day.Exchanges.Pair;
import io.flexledger.report.story.RuleSet;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 1,000 EUR for 1,170 USD: nothing is won or lost but the commission, whichever side is looked at. */
class ExchangeTellingTest {

    private static final Pair EUR_USD = new Pair(
            new FxRate(CurrencyCode.of("EUR"), HKD, new BigDecimal("9.126"), FxRate.Source.CONVERSION_RATES),
            rate("7.8"));

    private static String told(RuleSet rules) {
        var day = DayScenario.on("U1", "2025-07-18");
        Exchanges.exchange(day, "2025-07-18T11:00:00", "x", EUR_USD, new Order("1000", "1.17", usd("-2")));
        return MarkdownRenderer.render(GoldenNarrativeTest.report(
                day.official("10000", "9984.4", Map.of(), Map.of()).day(), rules));
    }

    @Test
    void tellsBothSidesByEcon1() {
        assertThat(told(RuleSet.ECON_1))
                .contains("You buy 1,000 EUR.USD at 1.17")
                .contains("Received in EUR: 1,000.00 EUR * 9.1260 = +9,126.00 HKD")
                .contains("Given in USD: -1,170.00 USD * 7.8000 = -9,126.00 HKD")
                .contains("Commissions: -2.00 USD")
                .contains("1,000.00 EUR * 9.1260 + -1,170.00 USD * 7.8000 + -2.00 USD * 7.8000 = **-15.60 HKD**")
                .doesNotContain("Price move");
    }

    @Test
    void tellsTheCommissionAloneByAlm1() {
        assertThat(told(RuleSet.ALM_1))
                .contains("the balances are valued at the close")
                .contains("-2.00 USD * 7.8000 = **-15.60 HKD**")
                .doesNotContain("Received in");
    }
}
