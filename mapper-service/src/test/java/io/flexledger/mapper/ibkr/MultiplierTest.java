package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.Money;
import io.flexledger.mapper.reading.Reason;
import io.flexledger.mapper.reading.Rejection;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiplierTest {

    private static final String OPTION = "symbol='ABC' conid='9001' assetCategory='OPT' putCall='C' ";

    @Nested
    class NotSelected {

        @ParameterizedTest
        @CsvSource({
            "-2, 0.4, 80, OPT, 100",
            "1, 5432.25, -271612.5, FUT, 50",
            "3, 61250, -18375, FUT, 0.1",
            "1, 0.00785, -98125, FUT, 12500000",
            "7, 1.2345, -864.15, WAR, 100",
            "10, 33.3333, -333.33, STK, 1",
        })
        void followsFromTheRowsAmount(
                String quantity, String price, String proceeds, String category, String expected) {
            Fill fill = day("<Trades><Trade currency='USD' symbol='ABC' assetCategory='" + category + "' quantity='"
                            + quantity + "' tradePrice='" + price + "' proceeds='" + proceeds + "'/></Trades>")
                    .only(Fill.class);

            assertThat(fill.instrument().multiplier()).isEqualTo(new BigDecimal(expected));
        }

        @Test
        void orFromThePositionsValue() {
            PositionStated position = day("<OpenPositions><OpenPosition currency='USD' " + OPTION
                            + "position='-2' markPrice='0.35' positionValue='-70'/></OpenPositions>")
                    .only(PositionStated.class);

            assertThat(position.instrument().multiplier()).isEqualTo(new BigDecimal("100"));
        }

        @Test
        void orFromAnEarlierRowOfTheInstrument() {
            MappedStatement statement = day("<Trades>" + trade(OPTION + "transactionID='1'", "-2", "0.4", "80")
                    + trade(OPTION + "transactionID='2' notes='Ep'", "2", "0", "0") + "</Trades>");

            assertThat(statement.events(Fill.class))
                    .extracting(fill -> fill.instrument().multiplier())
                    .containsExactly(new BigDecimal("100"), new BigDecimal("100"));
        }

        @ParameterizedTest
        @CsvSource({"OPT", "FOP", "FUT", "WAR", "IOPT"})
        void aContractIsRefusedWhereNothingShowsIt(String category) {
            Rejection rejection = day("<Trades><Trade currency='USD' symbol='ABC' assetCategory='" + category
                            + "' quantity='1' tradePrice='2'/></Trades>")
                    .rejections()
                    .getFirst();

            assertThat(rejection.reason()).isEqualTo(Reason.MISSING_COLUMN);
            assertThat(rejection.field()).isEqualTo("multiplier");
            assertThat(rejection.nextStep()).isEqualTo("select multiplier in section Trades of the Flex query");
        }

        @Test
        void anOptionKnownByItsSymbolAloneIsAContractToo() {
            MappedStatement statement = day("<Trades><Trade currency='USD' symbol='ABC   250718C00050000' quantity='1'"
                    + " tradePrice='2'/></Trades>");

            assertThat(statement.rejections()).extracting(Rejection::field).containsExactly("multiplier");
        }

        @Test
        void anAmountThatNoPlainNumberExplainsShowsNothing() {
            MappedStatement statement = day("<Trades>" + trade(OPTION, "-2", "0.4", "73") + "</Trades>");

            assertThat(statement.rejections()).extracting(Rejection::field).containsExactly("multiplier");
        }

        @ParameterizedTest
        @CsvSource({"STK", "CASH", "FUND", "CFD"})
        void isOneWhereAPriceIsPerUnit(String category) {
            Fill fill = day("<Trades><Trade currency='USD' symbol='ABC' assetCategory='" + category
                            + "' quantity='3' tradePrice='2'/></Trades>")
                    .only(Fill.class);

            assertThat(fill.instrument().multiplier()).isEqualTo(BigDecimal.ONE);
            assertThat(fill.proceeds()).isEqualTo(Money.of("-6", "USD"));
        }
    }

    @Nested
    class PerCentOfPar {

        @ParameterizedTest
        @CsvSource({"BOND, multiplier='1'", "BILL, multiplier=''", "BILL, ''"})
        void ofATrade(String category, String multiplier) {
            String bond = "symbol='DBR 1 08/15/24' conid='165809631' assetCategory='" + category + "' " + multiplier;
            Fill stated = day("<Trades>" + trade(bond, "5000", "97.65", "-4882.5") + "</Trades>")
                    .only(Fill.class);
            Fill computed = day("<Trades><Trade currency='EUR' quantity='5000' tradePrice='97.65' " + bond
                            + "/></Trades>")
                    .only(Fill.class);

            assertThat(stated.instrument().multiplier()).isEqualTo(new BigDecimal("0.01"));
            assertThat(computed.instrument().multiplier()).isEqualTo(new BigDecimal("0.01"));
            assertThat(computed.proceeds()).isEqualTo(Money.of("-4882.5", "EUR"));
        }

        @Test
        void ofAPosition() {
            PositionStated position =
                    day("<OpenPositions><OpenPosition currency='EUR' assetCategory='BOND' symbol='DBR'"
                                    + " multiplier='1' position='5000' markPrice='98.113' positionValue='4905.65'/></OpenPositions>")
                            .only(PositionStated.class);

            assertThat(position.instrument().multiplier()).isEqualTo(new BigDecimal("0.01"));
            assertThat(position.value())
                    .isEqualTo(Money.of("98.113", "EUR")
                            .times(position.quantity())
                            .times(position.instrument().multiplier()));
        }

        @Test
        void ofADescription() {
            InstrumentDescribed described = day("<SecuritiesInfo><SecurityInfo currency='EUR' assetCategory='BOND'"
                            + " symbol='DBR' multiplier='1'/></SecuritiesInfo>")
                    .only(InstrumentDescribed.class);

            assertThat(described.instrument().multiplier()).isEqualTo(new BigDecimal("0.01"));
        }

        @Test
        void isNotAssumedAgainstTheRowsAmount() {
            Fill fill = day("<Trades>"
                            + trade("symbol='NOTE' assetCategory='BOND' multiplier='1'", "5", "97.65", "-488.25")
                            + "</Trades>")
                    .only(Fill.class);

            assertThat(fill.instrument().multiplier()).isEqualTo(BigDecimal.ONE);
        }

        @Test
        void anotherStatedMultiplierStays() {
            Fill fill = day("<Trades><Trade currency='USD' symbol='NOTE' assetCategory='BOND' multiplier='10'"
                            + " quantity='1' tradePrice='99'/></Trades>")
                    .only(Fill.class);

            assertThat(fill.instrument().multiplier()).isEqualTo(BigDecimal.TEN);
        }
    }

    private static String trade(String columns, String quantity, String price, String proceeds) {
        return "<Trade currency='USD' " + columns + " quantity='" + quantity + "' tradePrice='" + price + "' proceeds='"
                + proceeds + "'/>";
    }

    private static MappedStatement day(String sections) {
        return MappedStatement.of("<FlexStatement accountId='U7000001' fromDate='20250717' toDate='20250717'>"
                + sections + "</FlexStatement>");
    }
}
