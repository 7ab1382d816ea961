package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.FundsLine;
import io.flexledger.contracts.event.BrokerClaim.LotOrigin;
import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.ReferenceEvent.AccountDescribed;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import io.flexledger.contracts.event.TradeEvent.TransactionTax;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BrokerClaimsTest {

    @Nested
    class NetAssetValue {

        private final MappedStatement statement = MappedStatement.file("nav.xml");

        @Test
        void everyRowButTheMissingRateIsMapped() {
            assertThat(statement.mapping().rows()).isEqualTo(new RowAccount(6, 5, 1, 0, 0));
        }

        @Test
        void theAccountStatesItsBaseCurrency() {
            AccountDescribed account = statement.only(AccountDescribed.class);

            assertThat(account.baseCurrency()).isEqualTo(CurrencyCode.of("HKD"));
            assertThat(account.accountType()).isEqualTo("Individual");
            assertThat(account.opened()).isEqualTo("2024-05-06");
            assertThat(statement.mapping().baseStated())
                    .containsExactly(Map.entry(MappedStatement.ACCOUNT, CurrencyCode.of("HKD")));
        }

        @Test
        void eachReportDayHasAValue() {
            assertThat(statement.events(NavStated.class))
                    .extracting(nav -> nav.reportDate() + " " + nav.total())
                    .containsExactly("2025-07-16 HKD 79499", "2025-07-17 HKD 79698");
        }

        @Test
        void componentsAreTheSelectedColumnsThatHoldAnAmount() {
            assertThat(statement.events(NavStated.class).getLast().components())
                    .containsExactly(
                            Map.entry("cash", hkd("79700")),
                            Map.entry("cashLong", hkd("79700")),
                            Map.entry("cashShort", hkd("0")),
                            Map.entry("interestAccruals", hkd("-2")),
                            Map.entry("totalLong", hkd("79700")),
                            Map.entry("totalShort", hkd("-2")));
        }

        @Test
        void theChangeKeepsItsZeros() {
            NavChangeStated change = statement.only(NavChangeStated.class);

            assertThat(change.starting()).isEqualTo(hkd("79499"));
            assertThat(change.ending()).isEqualTo(hkd("79698"));
            assertThat(change.twrPercent()).isEqualByComparingTo("0.250317");
            assertThat(change.components())
                    .containsExactly(
                            Map.entry("commissions", hkd("-11")),
                            Map.entry("depositsWithdrawals", hkd("0")),
                            Map.entry("mtm", hkd("210")),
                            Map.entry("realized", hkd("0")));
        }

        @Test
        void aRateOfMinusOneIsNone() {
            assertThat(statement.only(RateStated.class).rate())
                    .isEqualTo(new FxRate(
                            CurrencyCode.of("USD"),
                            CurrencyCode.of("HKD"),
                            new BigDecimal("7.8491"),
                            FxRate.Source.CONVERSION_RATES));
        }

        @Test
        void anAssumedBaseIsNotTakenForTheStatementsWord() {
            MappedStatement narrow = MappedStatement.of("""
                            <FlexStatement fromDate="20250717" toDate="20250717">
                            <ChangeInNAV startingValue="1" endingValue="3"/><EquitySummaryInBase>
                            <EquitySummaryByReportDateInBase reportDate="20250717" total="3"/></EquitySummaryInBase>
                            </FlexStatement>""");

            assertThat(narrow.only(NavStated.class).total()).isEqualTo(hkd("3"));
            assertThat(narrow.mapping().baseStated()).isEmpty();
        }

        @Test
        void anUnknownAmountIsAComponentToo() {
            NavChangeStated change = MappedStatement.of("""
                            <FlexStatement fromDate="20250717" toDate="20250717">
                            <ChangeInNAV currency="HKD" startingValue="1" endingValue="3" moonTax="2" moonPhase="full"/>
                            </FlexStatement>""").only(NavChangeStated.class);

            assertThat(change.components()).containsExactly(Map.entry("moonTax", hkd("2")));
        }
    }

    @Nested
    class Balances {

        private final MappedStatement statement = MappedStatement.file("balances.xml");

        @Test
        void everyRowIsMapped() {
            assertThat(statement.rejections()).isEmpty();
            assertThat(statement.mapping().rows()).isEqualTo(new RowAccount(11, 11, 0, 0, 0));
        }

        @Test
        void cashInBaseAndByCurrency() {
            CashStated base = statement.events(CashStated.class).getFirst();
            CashStated usd = statement.events(CashStated.class).getLast();

            assertThat(base.currency()).isNull();
            assertThat(base.starting()).isEqualTo(hkd("100"));
            assertThat(base.flows())
                    .containsExactly(
                            Map.entry("commissions", hkd("-11")), Map.entry("fxTranslationGainLoss", hkd("0.5")));
            assertThat(usd.currency()).isEqualTo(CurrencyCode.of("USD"));
            assertThat(usd.flows()).containsExactly(Map.entry("commissions", usd("-1.4")));
            assertThat(usd.endingSettled()).isNull();
            assertThat(usd.from()).isEqualTo("2025-07-17");
            assertThat(usd.reportDate()).isEqualTo("2025-07-18");
        }

        @Test
        void theCashLedgerLineByLine() {
            assertThat(statement.events(FundsLine.class))
                    .extracting(FundsLine::code, FundsLine::transactionId, FundsLine::amount, FundsLine::balance)
                    .containsExactly(
                            tuple("BUY", "70001", hkd("-1975.6"), hkd("1000")),
                            tuple("ADJ", null, hkd("0.5"), hkd("1000.5")));
        }

        @Test
        void aPositionAndItsLot() {
            PositionStated position = statement.events(PositionStated.class).getFirst();
            PositionStated lot = statement.events(PositionStated.class).getLast();

            assertThat(position.lot()).isNull();
            assertThat(position.quantity()).isEqualTo(Quantity.of("-2"));
            assertThat(position.mark()).isEqualTo(usd("0.35"));
            assertThat(position.value()).isEqualTo(usd("-70"));
            assertThat(position.costBasis()).isEqualTo(usd("-78.5"));
            assertThat(position.unrealized()).isEqualTo(usd("8.5"));
            assertThat(lot.lot()).isEqualTo(new LotOrigin("70003", Instant.parse("2025-07-18T14:32:34Z")));
            assertThat(lot.id()).isNotEqualTo(position.id());
        }

        @Test
        void aPositionWithoutADayIsOfTheStatementsLast() {
            PositionStated position = MappedStatement.of("""
                            <FlexStatement fromDate="20250701" toDate="20250718"><OpenPositions>
                            <OpenPosition currency="USD" symbol="ABC" conid="900" position="3"/></OpenPositions></FlexStatement>""").only(PositionStated.class);

            assertThat(position.reportDate()).isEqualTo("2025-07-18");
            assertThat(position.lot()).isNull();
            assertThat(position.mark()).isNull();
        }

        @Test
        void anInstrumentWithAllItsNames() {
            assertThat(statement.only(InstrumentDescribed.class).instrument().aliases())
                    .containsExactly(
                            Map.entry("cusip", "000000900"),
                            Map.entry("figi", "BBG00ABC0000"),
                            Map.entry("isin", "US0000009001"),
                            Map.entry("sedol", "B0ABC00"));
        }

        @Test
        void exercisesByName() {
            assertThat(statement.events(OptionEvent.class))
                    .extracting(
                            OptionEvent::kind, OptionEvent::tradeId, OptionEvent::quantity, OptionEvent::markToMarket)
                    .containsExactly(
                            tuple("Assignment", "701", Quantity.of("1"), usd("4")),
                            tuple("Sell", "702", Quantity.of("-100"), usd("42")));
        }

        @Test
        void aTaxByItsTrade() {
            TransactionTax tax = statement.only(TransactionTax.class);

            assertThat(tax.tradeId()).isEqualTo("703");
            assertThat(tax.description()).isEqualTo("Stamp Duty");
            assertThat(tax.amount()).isEqualTo(hkd("-12.5"));
        }
    }

    private static Money hkd(String amount) {
        return Money.of(amount, "HKD");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
