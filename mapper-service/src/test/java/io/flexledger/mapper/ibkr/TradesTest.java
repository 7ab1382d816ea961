package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.Effect;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradesTest {

    private static final FxRate RATE =
            new FxRate(CurrencyCode.of("USD"), CurrencyCode.of("HKD"), new BigDecimal("7.8491"), FxRate.Source.ROW);

    @Test
    void aRowWhoseRateIsOneShowsTheBaseOfAllRows() {
        CurrencyCode euro = CurrencyCode.of("EUR");
        MappedStatement statement = MappedStatement.of("""
                <FlexStatement accountId="U7000001" fromDate="20250717" toDate="20250717"><CashTransactions>
                <CashTransaction currency="USD" fxRateToBase="0.86" reportDate="20250717" dateTime="20250717"
                  type="Dividends" amount="10" levelOfDetail="DETAIL" transactionID="1"/>
                <CashTransaction currency="EUR" fxRateToBase="1" reportDate="20250717" dateTime="20250717"
                  type="Deposits/Withdrawals" amount="5" levelOfDetail="DETAIL" transactionID="2"/>
                </CashTransactions></FlexStatement>""");

        assertThat(statement.events(CashFlow.class))
                .extracting(CashFlow::fxRate)
                .containsExactly(
                        new FxRate(CurrencyCode.of("USD"), euro, new BigDecimal("0.86"), FxRate.Source.ROW),
                        new FxRate(euro, euro, BigDecimal.ONE, FxRate.Source.ROW));
    }

    @Test
    void everyAccountOfAStatementLearnsOfItsEnd() {
        MappedStatement statement = MappedStatement.of("""
                <FlexStatement accountId="U7000001" fromDate="20250717" toDate="20250717"><CashTransactions>
                <CashTransaction accountId="U7000001F" currency="HKD" reportDate="20250717" dateTime="20250717"
                  type="Dividends" amount="10" levelOfDetail="DETAIL" transactionID="1"/>
                </CashTransactions></FlexStatement>""");

        assertThat(statement.events(StatementRead.class))
                .extracting(read -> read.account().value())
                .containsExactly("U7000001F", "U7000001");
    }

    @Nested
    class Executions {

        private final MappedStatement statement = MappedStatement.file("trades.xml");
        private final Fill bought = statement.events(Fill.class).getFirst();
        private final Fill expired = statement.events(Fill.class).getLast();

        @Test
        void onlyExecutionsAreFacts() {
            assertThat(statement.mapping().rows()).isEqualTo(new RowAccount(5, 2, 3, 0, 0));
            assertThat(statement.events(Fill.class)).hasSize(2);
        }

        @Test
        void aFillIsWhatTheRowSays() {
            assertThat(bought.ids()).isEqualTo(new FillIds("70001", "501", "0000e0d5.6878a1b2.01.01", "77"));
            assertThat(bought.bookEntry()).isFalse();
            assertThat(bought.tradeDate()).isEqualTo("2025-07-17");
            assertThat(bought.settleDate()).isEqualTo("2025-07-18");
            assertThat(bought.quantity()).isEqualTo(Quantity.of("2"));
            assertThat(bought.price()).isEqualTo(usd("1.25"));
            assertThat(bought.proceeds()).isEqualTo(usd("-250"));
            assertThat(bought.commission()).isEqualTo(usd("-1.7"));
            assertThat(bought.taxes()).isEqualTo(usd("0"));
            assertThat(bought.fxRate()).isEqualTo(RATE);
            assertThat(bought.effect()).isEqualTo(Effect.OPEN);
            assertThat(bought.notes()).containsExactly("P");
            assertThat(bought.broker().netCash()).isEqualTo(usd("-251.7"));
            assertThat(bought.broker().closePrice()).isEqualTo(usd("1.4"));
        }

        @Test
        void itsInstrumentIsNamedByContractId() {
            assertThat(bought.instrument())
                    .isEqualTo(new Instrument(
                            InstrumentId.conid("9001"),
                            "ABC   250718C00050000",
                            "ABC 18JUL25 50 C",
                            "OPT",
                            CurrencyCode.of("USD"),
                            new BigDecimal("100"),
                            new OptionTerms(
                                    Right.CALL,
                                    new BigDecimal("50"),
                                    LocalDate.of(2025, 7, 18),
                                    InstrumentId.conid("900"),
                                    "ABC"),
                            Map.of("figi", "BBG00ABC0001")));
        }

        @Test
        void itKnowsItsRowAndItsStatement() {
            assertThat(bought.fact().source())
                    .isEqualTo(new Source(bought.fact().source().artifact(), "query", "Trades", 3));
            assertThat(bought.fact().statedAt()).isEqualTo(Instant.parse("2025-07-19T08:27:02Z"));
            assertThat(bought.fact().occurredAt()).isEqualTo("2025-07-17T14:15:02Z");
            assertThat(bought.fact().timed()).isTrue();
        }

        @Test
        void itsIdIsTheTransaction() {
            assertThat(bought.id()).isEqualTo(EventId.of(MappedStatement.ACCOUNT, "fill", "transactionID:70001"));
        }

        @Test
        void aBookingHasNoOrderAndItsReportDayIsTheRows() {
            assertThat(expired.bookEntry()).isTrue();
            assertThat(expired.ids()).isEqualTo(new FillIds("70002", "502", null, null));
            assertThat(expired.notes()).containsExactly("Ep");
            assertThat(expired.reportDate()).isEqualTo("2025-07-18");
            assertThat(expired.broker().realized()).isEqualTo(usd("-251.7"));
        }

        @Test
        void theStatementIsTheLastToBeRead() {
            assertThat(statement.events().getLast()).isInstanceOfSatisfying(StatementRead.class, read -> {
                assertThat(read.from()).isEqualTo("2025-07-17");
                assertThat(read.to()).isEqualTo("2025-07-18");
                assertThat(read.period()).isEqualTo("Custom");
                assertThat(read.sections()).containsExactly(Map.entry("Trades", 5));
                assertThat(read.rows()).isEqualTo(statement.mapping().rows());
                assertThat(read.columns()).containsOnlyKeys("Trades");
                assertThat(read.columns().get("Trades")).contains("ibCommission", "fxRateToBase");
            });
        }
    }

    @Nested
    class Cancelled {

        private final MappedStatement statement = MappedStatement.file("cancel-and-rebook.xml");

        @Test
        void aCancelIsAFactOfItsOwnAndPointsToTheTrade() {
            FillCancelled cancelled = statement.only(FillCancelled.class);

            assertThat(cancelled.ids().transactionId()).isEqualTo("80002");
            assertThat(cancelled.ids().tradeId()).isNull();
            assertThat(cancelled.originalTransactionId()).isNull();
            assertThat(cancelled.originalTradeId()).isEqualTo("601");
            assertThat(cancelled.quantity()).isEqualTo(Quantity.of("-10"));
            assertThat(cancelled.proceeds()).isEqualTo(usd("500"));
            assertThat(cancelled.reportDate()).isEqualTo("2025-03-04");
        }

        @Test
        void theRebookingIsAnotherFill() {
            List<Fill> fills = statement.events(Fill.class);

            assertThat(fills).extracting(fill -> fill.ids().tradeId()).containsExactly("601", "601");
            assertThat(fills).extracting(Fill::id).doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @CsvSource({
            "notes='Ca' buySell='SELL'",
            "buySell='BUY (Ca.)'",
        })
        void withoutATypeItIsKnownByItsNote(String columns) {
            MappedStatement cancel = trade(columns + " transactionID='1' quantity='-1' tradePrice='2'");

            assertThat(cancel.only(FillCancelled.class).price()).isEqualTo(usd("2"));
        }
    }

    @Nested
    class NarrowQuery {

        private final MappedStatement statement = MappedStatement.file("narrow-trades.xml");

        @Test
        void theSummaryStatesTheRate() {
            RateStated stated = statement.only(RateStated.class);

            assertThat(stated.rate())
                    .isEqualTo(new FxRate(
                            CurrencyCode.of("USD"),
                            CurrencyCode.of("HKD"),
                            new BigDecimal("7.8491"),
                            FxRate.Source.DERIVED));
            assertThat(stated.reportDate()).isEqualTo("2025-07-17");
            assertThat(stated.fact().source().ordinal()).isEqualTo(1);
        }

        @Test
        void identicalRowsWithoutAnIdAreTwoFacts() {
            String twin =
                    "<Trade currency='USD' symbol='ABC' conid='900' dateTime='20250717;100000' quantity='1' tradePrice='2'/>";
            MappedStatement twins = day("<Trades>" + twin + twin + "</Trades>");
            MappedStatement again = day("<Trades>" + twin + twin + "</Trades>");

            assertThat(twins.events(Fill.class)).extracting(Fill::id).hasSize(2).doesNotHaveDuplicates();
            assertThat(again.events(Fill.class).stream().map(Fill::id).toList())
                    .isEqualTo(twins.events(Fill.class).stream().map(Fill::id).toList());
        }

        @Test
        void whatWasNotSelectedIsAbsentOrFollowsFromTheRest() {
            Fill fill = statement.events(Fill.class).getFirst();

            assertThat(fill.fxRate()).isNull();
            assertThat(fill.effect()).isNull();
            assertThat(fill.settleDate()).isNull();
            assertThat(fill.taxes()).isNull();
            assertThat(fill.notes()).isNull();
            assertThat(fill.charges().taxes()).isEqualTo(usd("0"));
            assertThat(fill.codes()).isEmpty();
            assertThat(fill.tradeDate()).isEqualTo("2025-07-17");
            assertThat(fill.broker().realized()).isNull();
            assertThat(fill.instrument().assetCategory()).isEqualTo("OPT");
            assertThat(fill.instrument().multiplier()).isEqualTo(new BigDecimal("100"));
            assertThat(fill.instrument().option())
                    .isEqualTo(
                            new OptionTerms(Right.CALL, new BigDecimal("50"), LocalDate.of(2025, 7, 18), null, null));
        }

        @Test
        void nothingInASelectedColumnIsStatedAsNothing() {
            Fill fill = trade("quantity='1' tradePrice='2' ibCommission='' taxes='' notes=''")
                    .only(Fill.class);

            assertThat(fill.commission()).isEqualTo(usd("0"));
            assertThat(fill.taxes()).isEqualTo(usd("0"));
            assertThat(fill.notes()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "transactionType='ExchTrade', false",
            "transactionType='BookTrade', true",
            "notes='Ep', true",
            "notes='P', ",
            "transactionType='', ",
        })
        void aBookingIsKnownByItsTypeOrItsNote(String columns, @Nullable Boolean booking) {
            Fill fill = trade("quantity='1' tradePrice='2' " + columns).only(Fill.class);

            assertThat(fill.bookEntry()).isEqualTo(booking);
        }

        @Test
        void proceedsFollowFromPriceAndMultiplier() {
            Fill fill = trade(
                            "multiplier='100' putCall='P' strike='5' expiry='20250801' quantity='-3' tradePrice='0.2'")
                    .only(Fill.class);

            assertThat(fill.proceeds()).isEqualTo(usd("60"));
            assertThat(fill.instrument().assetCategory()).isEqualTo("OPT");
        }

        @Test
        void theExecutionIdServesWhereNoTransactionIsSelected() {
            Fill fill = trade("ibExecID='00aa.01' quantity='1' tradePrice='2'").only(Fill.class);

            assertThat(fill.id()).isEqualTo(EventId.of(MappedStatement.ACCOUNT, "fill", "ibExecID:00aa.01"));
        }

        @ParameterizedTest
        @CsvSource({
            "symbol='EUR.USD' exchange='IDEALFX' conid='12087792', CASH",
            "symbol='EUR.USD', CASH",
            "symbol='EUR.USD' conid='1', STK",
            "symbol='ABC' conid='1', STK",
            "symbol='ABC' conid='1' multiplier='100' putCall='C', OPT",
            "symbol='ABC' conid='1' assetCategory='FUND', FUND",
        })
        void theAssetCategoryIsInferredWhereItIsNotSelected(String columns, String category) {
            MappedStatement statement =
                    day("<Trades><Trade currency='USD' quantity='1' tradePrice='2' " + columns + "/></Trades>");

            assertThat(statement.only(Fill.class).instrument().assetCategory()).isEqualTo(category);
        }
    }

    private static MappedStatement trade(String columns) {
        return day("<Trades><Trade currency='USD' symbol='ABC' " + columns + "/></Trades>");
    }

    private static MappedStatement day(String sections) {
        return MappedStatement.of("<FlexStatement accountId='U7000001' fromDate='20250717' toDate='20250717'>"
                + sections + "</FlexStatement>");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
