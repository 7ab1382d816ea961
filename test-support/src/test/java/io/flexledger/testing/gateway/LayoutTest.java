package io.flexledger.testing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.gateway.wire.AccountEncoder;
import io.flexledger.testing.gateway.wire.AccountEncoder.Holding;
import io.flexledger.testing.gateway.wire.AccountEncoder.Profit;
import io.flexledger.testing.gateway.wire.AccountEncoder.Value;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Encoder;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.Message;
import io.flexledger.testing.gateway.wire.Notice;
import io.flexledger.testing.gateway.wire.OrderProgress;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import io.flexledger.testing.gateway.wire.TimeFormat;
import io.flexledger.testing.gateway.wire.Trade;
import io.flexledger.testing.gateway.wire.Trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static final Contract CALL = Contract.option(675811965, "AAPL", "20260618", "C", "100");
    private static final Trade SALE = new Trade(
            Side.SLD, new BigDecimal("2"), new BigDecimal("171.35"), Instant.parse("2026-06-11T13:31:02Z"), "CBOE");
    private static final Execution SOLD = new Execution(
            "0000e0d5.6669b1a3.01.01",
            "DU9000001",
            CALL,
            SALE,
            new PlacedOrder(1, 372, 900_000_372L, "", ""),
            OrderProgress.NONE.after(SALE),
            2,
            false);

    @ParameterizedTest
    @CsvSource({"176, 31", "177, 31", "178, 32", "193, 32", "197, 32", "198, 33", "200, 33"})
    void executionGrowsWithTheVersion(int version, int fields) {
        assertThat(new Encoder(version).execution(-1, SOLD, TimeFormat.UTC).fields())
                .hasSize(fields);
    }

    @Test
    void optionIsSpelledAsDocumented() {
        assertThat(line(new Encoder(176).execution(-1, SOLD, TimeFormat.UTC)))
                .isEqualTo("11|-1|372|675811965|AAPL|OPT|20260618|100.0|C|100|CBOE|USD|AAPL  260618C00100000|AAPL|"
                        + "0000e0d5.6669b1a3.01.01|20260611-13:31:02|DU9000001|CBOE|SLD|2|171.35|900000372|1|0|2|171.35"
                        + "|||||2|");
        assertThat(line(new Encoder(200).execution(-1, SOLD, TimeFormat.UTC))).endsWith("|2|171.35|||||2|0||");
    }

    @ParameterizedTest
    @CsvSource({
        "176, 4|2|-1|2104|fine||",
        "193, 4|2|-1|2104|fine||",
        "194, 4|-1|2104|fine||1775425766350|",
        "200, 4|-1|2104|fine||1775425766350|"
    })
    void noticeLosesItsVersionAndGainsATime(int version, String expected) {
        Notice notice = Notice.system(2104, "fine", Instant.ofEpochMilli(1_775_425_766_350L));

        assertThat(line(new Encoder(version).notice(notice))).isEqualTo(expected);
    }

    @Test
    void lettersBeyondAsciiAreEscaped() {
        Notice notice = Notice.system(2104, "Zürich 東", Instant.EPOCH);

        assertThat(new Encoder(200).notice(notice).fields().get(3)).isEqualTo("Z\\u00fcrich \\u6771");
    }

    @Test
    void portfolioHasTwentyFields() {
        Contract apple = Contract.stock(265598, "AAPL", "NASDAQ", "USD");

        assertThat(line(AccountEncoder.portfolio("DU9000001", holding(apple, "-100", "291.6234436", "291.2660812"))))
                .isEqualTo("7|8|265598|AAPL|STK||0|0||NASDAQ|USD|AAPL|NMS|-100|291.6234436|-29162.34|291.2660812|-35.74"
                        + "|-71.44|DU9000001|");
        assertThat(line(AccountEncoder.portfolio("DU9000001", holding(CALL, "-2", "171.40", "17134.376"))))
                .startsWith("7|8|675811965|AAPL|OPT|20260618|100.0|C|100||USD|AAPL  260618C00100000|AAPL|-2|171.40|");
    }

    @Test
    void figuresOfAccountsAreSpelledAsRecorded() {
        Value value = new Value("NetLiquidation", "1000414.50", "USD");

        assertThat(line(AccountEncoder.value("DU9000001", value)))
                .isEqualTo("6|2|NetLiquidation|1000414.50|USD|DU9000001|");
        assertThat(line(AccountEncoder.time("14:34"))).isEqualTo("8|1|14:34|");
        assertThat(line(AccountEncoder.downloadEnd("DU9000001"))).isEqualTo("54|1|DU9000001|");
        assertThat(line(AccountEncoder.valueMulti(3, "DU9000001", value)))
                .isEqualTo("73|1|3|DU9000001||NetLiquidation|1000414.50|USD|");
        assertThat(line(AccountEncoder.valuesMultiEnd(3))).isEqualTo("74|1|3|");
        assertThat(line(AccountEncoder.positionMulti(3, "DU9000001", holding(CALL, "-2", "171.40", "17134.376"))))
                .isEqualTo("71|1|3|DU9000001|675811965|AAPL|OPT|20260618|100.0|C|100||USD|AAPL  260618C00100000|AAPL|-2"
                        + "|17134.376||");
        assertThat(line(AccountEncoder.positionsMultiEnd(3))).isEqualTo("72|1|3|");
        assertThat(line(new Encoder(200).completedOrdersEnd())).isEqualTo("102|");
    }

    @Test
    void whatIsNotSetIsTheLargestNumber() {
        assertThat(line(AccountEncoder.profit(4, new Profit(new BigDecimal("11340.427636781911"), null, null))))
                .isEqualTo("94|4|11340.427636781911|1.7976931348623157E308|1.7976931348623157E308|");
        assertThat(AccountEncoder.profitSingle(4, BigDecimal.TEN, new Profit(null, null, null), null)
                        .fields())
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"1.0003, 1.0003", "0.00018, 1.8E-4", "-0.0005, -5.0E-4", "12345678, 1.2345678E7", "0, 0"})
    void commissionHasAnExponentWhereAFloatingPointNumberHas(String commission, String text) {
        CommissionReport report = new CommissionReport("id", new BigDecimal(commission), "USD", null, false);

        assertThat(new Encoder(200).commission(report).fields())
                .hasSize(8)
                .element(3)
                .isEqualTo(text);
    }

    @Test
    void commissionCanAlwaysHaveAnExponent() {
        CommissionReport report = new CommissionReport("id", new BigDecimal("12.50"), "USD", null, false);

        assertThat(new Encoder(200).commission(report.withExponent()).fields().get(3))
                .isEqualTo("1.25E1");
    }

    private static Holding holding(Contract contract, String position, String price, String cost) {
        return new Holding(
                contract,
                new BigDecimal(position),
                new BigDecimal(price),
                new BigDecimal("-29162.34"),
                new BigDecimal(cost),
                new BigDecimal("-35.74"),
                new BigDecimal("-71.44"));
    }

    private static String line(Message message) {
        return String.join("|", message.fields()) + "|";
    }
}
