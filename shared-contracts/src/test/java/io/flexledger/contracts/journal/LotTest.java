package io.flexledger.contracts.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.contracts.sample.StateSamples;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LotTest {

    /** 100 shares delivered at 628: 62800 received, less 0.0166 of charges, and 18.13356 of premium carried in. */
    @Nested
    class ShortShares {

        @Test
        void costsNegative() {
            assertThat(StateSamples.SHORT_SPY.grossCost()).isEqualTo(usd("-62800"));
        }

        @Test
        void basisHoldsChargesAndPremium() {
            assertThat(StateSamples.SHORT_SPY.basis()).isEqualTo(usd("-62818.11696"));
        }

        @Test
        void countsAtItsLastMark() {
            assertThat(StateSamples.SHORT_SPY.value()).isEqualTo(usd("-63710"));
        }
    }

    /** Two contracts bought at 1.35 for 2.1 of commission, since marked at 1.6. */
    @Nested
    class LongOption {

        private final Lot lot = new Lot(
                StateSamples.SHORT_SPY.openedBy(),
                StateSamples.SHORT_SPY.openedAt(),
                StateSamples.SHORT_SPY.openedOn(),
                Quantity.of("2"),
                usd("1.35"),
                new BigDecimal("100"),
                usd("-2.1"),
                usd("0"),
                usd("1.6"),
                true);

        @Test
        void costsPriceTimesMultiplier() {
            assertThat(lot.grossCost()).isEqualTo(usd("270"));
        }

        @Test
        void basisHoldsTheCommission() {
            assertThat(lot.basis()).isEqualTo(usd("272.1"));
        }

        @Test
        void countsAtItsLastMark() {
            assertThat(lot.value()).isEqualTo(usd("320"));
        }
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
