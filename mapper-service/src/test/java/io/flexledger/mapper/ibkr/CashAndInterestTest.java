package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.CashEvent.InterestTier;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CashAndInterestTest {

    @Nested
    class Payments {

        private final MappedStatement statement = MappedStatement.file("cash.xml");
        private final List<CashFlow> flows = statement.events(CashFlow.class);

        @Test
        void aSummaryRepeatsItsDetails() {
            assertThat(statement.mapping().rows()).isEqualTo(new RowAccount(5, 4, 1, 0, 0));
            assertThat(statement.mapping().drift()).isEmpty();
        }

        @Test
        void aPaymentIsWhatTheRowSays() {
            CashFlow dividend = flows.getFirst();

            assertThat(dividend.id())
                    .isEqualTo(EventId.of(MappedStatement.ACCOUNT, "cash-flow", "transactionID:90001"));
            assertThat(dividend.cashType()).isEqualTo("Dividends");
            assertThat(dividend.amount()).isEqualTo(Money.of("6.6", "USD"));
            assertThat(dividend.fxRate())
                    .isEqualTo(new FxRate(
                            CurrencyCode.of("USD"), CurrencyCode.of("HKD"), new BigDecimal("7.85"), FxRate.Source.ROW));
            assertThat(dividend.instrument()).isEqualTo(InstrumentId.conid("900"));
            assertThat(dividend.actionId()).isEqualTo("300");
            assertThat(dividend.settleDate()).isEqualTo("2025-07-15");
            assertThat(dividend.occurredAt()).isEqualTo("2025-07-16T00:20:00Z");
        }

        @Test
        void itsDayIsTheReportDayNotTheDividends() {
            assertThat(flows.get(1).reportDate()).isEqualTo("2025-07-16");
            assertThat(flows.get(1).occurredAt()).isEqualTo(flows.get(0).occurredAt());
        }

        @Test
        void twoEqualDepositsWithoutAnIdAreTwoFacts() {
            assertThat(flows.subList(2, 4)).extracting(CashFlow::amount).containsOnly(Money.of("119945", "HKD"));
            assertThat(flows.get(2).id()).isNotEqualTo(flows.get(3).id());
            assertThat(flows.get(2).instrument()).isNull();
            assertThat(flows.get(2).fact().timed()).isFalse();
        }

        @Test
        void aNarrowRowTakesTheDayOfItsStatement() {
            CashFlow withdrawal = MappedStatement.file("narrow-cash.xml").only(CashFlow.class);

            assertThat(withdrawal.reportDate()).isEqualTo("2025-07-01");
            assertThat(withdrawal.occurredAt()).isEqualTo("2025-07-01T04:00:00Z");
            assertThat(withdrawal.fact().timed()).isFalse();
            assertThat(withdrawal.fxRate()).isNull();
        }
    }

    @Nested
    class Interest {

        private final MappedStatement statement = MappedStatement.file("interest.xml");

        @Test
        void theSumIsInTheBaseCurrencyAndHasNone() {
            InterestAccrual sum = statement.events(InterestAccrual.class).getFirst();

            assertThat(sum.currency()).isNull();
            assertThat(sum.from()).isEqualTo("2025-07-01");
            assertThat(sum.starting()).isEqualTo(Money.of("-8.25", "HKD"));
            assertThat(sum.accrued()).isEqualTo(Money.of("-7.7", "HKD"));
            assertThat(sum.translation()).isEqualTo(Money.of("-0.05", "HKD"));
            assertThat(sum.ending()).isEqualTo(Money.of("-16", "HKD"));
        }

        @Test
        void eachCurrencyHasItsOwn() {
            InterestAccrual usd = statement.events(InterestAccrual.class).getLast();

            assertThat(usd.currency()).isEqualTo(CurrencyCode.of("USD"));
            assertThat(usd.ending()).isEqualTo(Money.of("-2.03", "USD"));
            assertThat(usd.reportDate()).isEqualTo("2025-07-01");
        }

        @Test
        void equalTiersAreTwins() {
            List<InterestTier> tiers = statement.events(InterestTier.class);

            assertThat(tiers).hasSize(2);
            assertThat(tiers).extracting(InterestTier::id).doesNotHaveDuplicates();
            assertThat(tiers.getFirst().reportDate()).isEqualTo("2025-07-01");
            assertThat(tiers.getFirst().valueDate()).isEqualTo("2025-06-16");
            assertThat(tiers.getFirst().ratePercent()).isEqualTo(new BigDecimal("5.83"));
            assertThat(tiers.getFirst().principal()).isEqualTo(Money.of("-411.71", "USD"));
            assertThat(tiers.getFirst().interest()).isEqualTo(Money.of("-0.07", "USD"));
            assertThat(tiers.getFirst().code()).isEqualTo("Po");
        }
    }
}
