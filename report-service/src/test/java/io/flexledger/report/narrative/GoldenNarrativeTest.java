package io.flexledger.report.narrative;

import static io.flexledger.report.day.Market.HONG_KONG;
import static io.flexledger.report.day.Market.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.story.RuleSet;
import io.flexledger.report.story.StoryRules;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The house example: structure, times, figures and text. */
class GoldenNarrativeTest {

    static DayReport report(LedgerDay day) {
        return report(day, RuleSet.ALM_1);
    }

    static DayReport report(LedgerDay day, RuleSet rules) {
        return Narrator.report(
                day, new Clocks(NEW_YORK, HONG_KONG), new StoryRules(rules, Duration.ofMinutes(5), true));
    }

    private static JsonNode json(DayReport report) {
        return ContractJson.MAPPER.valueToTree(report);
    }

    private static JsonNode block(JsonNode report, int section, int block) {
        return report.at("/sections/%d/blocks/%d".formatted(section, block));
    }

    private static String amount(JsonNode block, String figure) {
        return block.at("/" + figure + "/amount").asText();
    }

    @Nested
    class Thursday {

        private final JsonNode report = json(report(GoldenDays.tuned().july17()));

        @Test
        void isOneTradingDay() {
            assertThat(report.at("/account").asText()).isEqualTo("U1000001");
            assertThat(report.at("/ruleSet").asText()).isEqualTo("ALM-1");
            assertThat(report.at("/baseCurrency").asText()).isEqualTo("HKD");
            assertThat(report.at("/zones/market").asText()).isEqualTo("America/New_York");
            assertThat(report.at("/zones/observer").asText()).isEqualTo("Asia/Hong_Kong");
            assertThat(report.at("/sections")).hasSize(1);
            assertThat(report.at("/sections/0/type").asText()).isEqualTo("TRADING_DAY");
            assertThat(report.at("/sections/0/date").asText()).isEqualTo("2025-07-17");
            assertThat(report.at("/sections/0/title").asText()).isEqualTo("US Trading Day: Thursday, July 17, 2025");
            assertThat(types(report.at("/sections/0/blocks")))
                    .containsExactly("MARKET_OPEN", "TRADE_GROUP", "MARKET_CLOSE");
        }

        @Test
        void opensAtTheBrokersStartingValue() {
            var open = block(report, 0, 0);

            assertThat(report.at("/previousClose/nav/amount").asText()).isEqualTo("79498.68");
            assertThat(open.at("/span").asText()).isEqualTo("21:30 HKT, July 17 / 09:30 EDT, July 17");
            assertThat(open.at("/start/observer").asText()).isEqualTo("2025-07-17T21:30:00+08:00");
            assertThat(open.at("/start/market").asText()).isEqualTo("2025-07-17T09:30:00-04:00");
            assertThat(amount(open, "officialOpeningNav")).isEqualTo("79498.68");
            assertThat(amount(open, "calculatedOpeningNav")).isEqualTo("79498.68");
        }

        @Test
        void tellsTheDayTrades() {
            var trades = block(report, 0, 1);

            assertThat(trades.at("/title").asText()).isEqualTo("Day Trades");
            assertThat(trades.at("/span").asText())
                    .isEqualTo("00:46 - 00:50 HKT, July 18 / 12:46 - 12:50 EDT, July 17");
            assertThat(trades.at("/start/label").asText()).isEqualTo("00:46 HKT, July 18 / 12:46 EDT, July 17");
            assertThat(trades.at("/end/observer").asText()).isEqualTo("2025-07-18T00:50:36+08:00");
            assertThat(trades.at("/end/label").asText()).isEqualTo("00:50 HKT, July 18 / 12:50 EDT, July 17");
            assertThat(amount(trades, "realized")).isEqualTo("-6.46");
            assertThat(amount(trades, "premium")).isEqualTo("0.00");
            assertThat(amount(trades, "commissions")).isEqualTo("-5.83");
            assertThat(amount(trades, "total")).isEqualTo("-12.29");
            assertThat(trades.at("/total/exact").asText()).isEqualTo("-12.29324");
            assertThat(trades.at("/rates/0/rate").asText()).isEqualTo("7.8466");
            assertThat(trades.at("/rates")).hasSize(1);
            assertThat(amount(trades, "impact")).isEqualTo("-96.46");
            assertThat(trades.at("/impact/exact").asText()).isEqualTo("-96.460136984");
            assertThat(amount(trades, "navBefore")).isEqualTo("79498.68");
            assertThat(amount(trades, "navAfter")).isEqualTo("79402.22");
            assertThat(trades.at("/navAfter/exact").asText()).isEqualTo("79402.22146461");
            assertThat(trades.at("/line").asText()).isEqualTo("79,498.68 - 96.46 = 79,402.22 HKD");
        }

        @Test
        void listsTheFills() {
            var fills = block(report, 0, 1).at("/fills");

            assertThat(column(fills, "transactionId"))
                    .containsExactly(
                            "3949882435", "3949882459", "3949888137", "3949888153", "3949890884", "3949888846");
            assertThat(column(fills, "instrument"))
                    .containsExactly(
                            "SPY 623 Put",
                            "SPY 628 Call",
                            "SPY 628 Call",
                            "SPY 623 Put",
                            "SPY 626 Put",
                            "SPY 628 Call");
            assertThat(column(fills, "side")).containsExactly("SELL", "SELL", "BUY", "BUY", "SELL", "SELL");
            assertThat(column(fills, "openClose")).containsExactly("O", "O", "C", "C", "O", "O");
            assertThat(column(fills, "quantity")).containsExactly("-1", "-1", "1", "1", "-1", "-1");
            assertThat(column(fills, "price")).containsExactly("0.08", "0.16", "0.18", "0.09", "0.37", "0.19");
            assertThat(column(fills, "proceeds")).containsExactly("8", "16", "-18", "-9", "37", "19");
            assertThat(column(fills, "netCash"))
                    .containsExactly("7.13356", "15.13356", "-18.86365", "-9.86365", "35.49356", "18.13356");
            assertThat(column(fills, "brokerFifoPnl")).containsExactly("0", "0", "-3.73009", "-2.73009", "0", "0");
            assertThat(column(fills, "fxRateToBase")).containsOnly("7.8466");
            assertThat(fills.at("/0/time/observer").asText()).isEqualTo("2025-07-18T00:46:37+08:00");
            assertThat(fills.at("/0/time/market").asText()).isEqualTo("2025-07-17T12:46:37-04:00");
            assertThat(fills.at("/0/time/label").asText()).isEqualTo("00:46 HKT, July 18 / 12:46 EDT, July 17");
        }

        @Test
        void closesWithTwoOpenPositions() {
            var close = block(report, 0, 2);

            assertThat(close.at("/span").asText()).isEqualTo("04:00 HKT, July 18 / 16:00 EDT, July 17");
            assertThat(amount(close, "officialClosingNav")).isEqualTo("79754.81");
            assertThat(close.at("/officialClosingNav/exact").asText()).isEqualTo("79754.810699235");
            assertThat(amount(close, "calculatedNav")).isEqualTo("79402.22");
            assertThat(close.at("/kind").asText()).isEqualTo("MARK_TO_MARKET");
            assertThat(column(close.at("/openPositions"), "symbol"))
                    .containsExactly("SPY   250717P00626000", "SPY   250717C00628000");
            assertThat(column(close.at("/openPositions"), "position")).containsExactly("-1", "-1");
            assertThat(column(close.at("/openPositions"), "markPrice")).containsExactly("0", "0.04");
            assertThat(close.at("/openPositions/0/unrealized/exact").asText()).isEqualTo("35.49356");
            assertThat(close.at("/openPositions/1/unrealized/exact").asText()).isEqualTo("14.13356");
            assertThat(amount(close, "difference")).isEqualTo("352.59");
            assertThat(close.at("/difference/exact").asText()).isEqualTo("352.589234625");
            assertThat(close.at("/expirations")).isEmpty();
            assertThat(close.at("/bridge/unexplained/amount").asText()).isEqualTo("0.00");
        }
    }

    @Nested
    class Friday {

        private final JsonNode report = json(report(GoldenDays.tuned().july18()));

        @Test
        void hasANightBeforeIt() {
            assertThat(report.at("/sections/0/type").asText()).isEqualTo("OVERNIGHT");
            assertThat(report.at("/sections/0/title").asText())
                    .isEqualTo("Overnight Period (July 17 Close to July 18 Open)");
            assertThat(types(report.at("/sections/0/blocks"))).containsExactly("DELIVERY", "EXPIRATION");
            assertThat(report.at("/sections/1/title").asText()).isEqualTo("US Trading Day: Friday, July 18, 2025");
            assertThat(types(report.at("/sections/1/blocks")))
                    .containsExactly("TRADE_GROUP", "MARKET_OPEN", "TRADE_GROUP", "MARKET_CLOSE");
        }

        @Test
        void tellsTheAssignment() {
            var delivery = block(report, 0, 0);

            assertThat(delivery.at("/title").asText()).isEqualTo("Assignment");
            assertThat(delivery.at("/span").asText()).isEqualTo("04:20 HKT, July 18 / 16:20 EDT, July 17");
            assertThat(delivery.at("/kind").asText()).isEqualTo("ASSIGNMENT");
            assertThat(delivery.at("/options/0/instrument").asText()).isEqualTo("SPY 628 Call");
            assertThat(delivery.at("/options/0/transactionId").asText()).isEqualTo("3951352678");
            assertThat(delivery.at("/shares/instrument").asText()).isEqualTo("SPY");
            assertThat(delivery.at("/shares/quantity").asText()).isEqualTo("-100");
            assertThat(delivery.at("/shares/price").asText()).isEqualTo("628");
            assertThat(delivery.at("/shares/commission").asText()).isEqualTo("-0.0166");
            assertThat(amount(delivery, "impact")).isEqualTo("0.00");
            assertThat(amount(delivery, "navBefore")).isEqualTo("79754.81");
            assertThat(amount(delivery, "navAfter")).isEqualTo("79754.81");
        }

        @Test
        void tellsTheExpiryOfTheNight() {
            var expiration = block(report, 0, 1);

            assertThat(expiration.at("/option/instrument").asText()).isEqualTo("SPY 626 Put");
            assertThat(expiration.at("/option/brokerFifoPnl").asText()).isEqualTo("35.49356");
            assertThat(amount(expiration, "impact")).isEqualTo("0.00");
            assertThat(amount(expiration, "navAfter")).isEqualTo("79754.81");
        }

        @Test
        void tellsTheCover() {
            var cover = block(report, 1, 0);

            assertThat(cover.at("/title").asText()).isEqualTo("Pre-Market Cover Trade");
            assertThat(cover.at("/span").asText()).isEqualTo("13:15 HKT, July 18 / 01:15 EDT, July 18");
            assertThat(amount(cover, "realized")).isEqualTo("-145.00");
            assertThat(amount(cover, "commissions")).isEqualTo("-1.00");
            assertThat(amount(cover, "total")).isEqualTo("-146.00");
            assertThat(cover.at("/total/exact").asText()).isEqualTo("-146.0027");
            assertThat(cover.at("/rates/0/rate").asText()).isEqualTo("7.84532");
            assertThat(amount(cover, "impact")).isEqualTo("-1145.44");
            assertThat(cover.at("/impact/exact").asText()).isEqualTo("-1145.437902364");
            assertThat(amount(cover, "navBefore")).isEqualTo("79754.81");
            assertThat(amount(cover, "navAfter")).isEqualTo("78609.37");
            assertThat(cover.at("/line").asText()).isEqualTo("79,754.81 - 1,145.44 = 78,609.37 HKD");
        }

        @Test
        void opensBelowTheOfficialValue() {
            var open = block(report, 1, 1);

            assertThat(open.at("/span").asText()).isEqualTo("21:30 HKT, July 18 / 09:30 EDT, July 18");
            assertThat(amount(open, "officialOpeningNav")).isEqualTo("79754.81");
            assertThat(amount(open, "calculatedOpeningNav")).isEqualTo("78609.37");
        }

        @Test
        void tellsTheZeroDteTrades() {
            var sold = block(report, 1, 2);

            assertThat(sold.at("/title").asText()).isEqualTo("0DTE Trades");
            assertThat(sold.at("/span").asText()).isEqualTo("22:32 HKT, July 18 / 10:32 EDT, July 18");
            assertThat(column(sold.at("/fills"), "instrument")).containsExactly("SPY 626 Put", "SPY 629 Call");
            assertThat(amount(sold, "premium")).isEqualTo("77.00");
            assertThat(amount(sold, "commissions")).isEqualTo("-1.73");
            assertThat(amount(sold, "total")).isEqualTo("75.27");
            assertThat(sold.at("/total/exact").asText()).isEqualTo("75.26712");
            assertThat(sold.at("/rates/0/rate").asText()).isEqualTo("7.8472");
            assertThat(amount(sold, "impact")).isEqualTo("590.64");
            assertThat(sold.at("/impact/exact").asText()).isEqualTo("590.636144064");
            assertThat(sold.at("/line").asText()).isEqualTo("78,609.37 + 590.64 = 79,200.01 HKD");
        }

        @Test
        void closesWithNothingOpen() {
            var close = block(report, 1, 3);

            assertThat(close.at("/span").asText()).isEqualTo("04:00 HKT, July 19 / 16:00 EDT, July 18");
            assertThat(amount(close, "officialClosingNav")).isEqualTo("79231.03");
            assertThat(close.at("/officialClosingNav/exact").asText()).isEqualTo("79231.031383276");
            assertThat(amount(close, "calculatedNav")).isEqualTo("79200.01");
            assertThat(close.at("/kind").asText()).isEqualTo("RECONCILIATION");
            assertThat(close.at("/openPositions")).isEmpty();
            assertThat(amount(close, "difference")).isEqualTo("31.02");
            assertThat(close.at("/difference/exact").asText()).isEqualTo("31.022442341");
            assertThat(column(close.at("/expirations"), "/option/instrument"))
                    .containsExactly("SPY 629 Call", "SPY 626 Put");
            assertThat(close.at("/expirations/0/span").asText()).isEqualTo("04:20 HKT, July 19 / 16:20 EDT, July 18");
        }
    }

    private static List<String> types(JsonNode blocks) {
        return column(blocks, "type");
    }

    private static List<String> column(JsonNode rows, String name) {
        var pointer = name.startsWith("/") ? name : "/" + name;
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.at(pointer).asText())
                .toList();
    }
}
