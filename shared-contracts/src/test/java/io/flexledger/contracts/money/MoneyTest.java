package io.flexledger.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1.0, 1.00", "100, 1E+2", "0, 0.000", "-0.5, -0.50", "0.00000001, 1E-8"})
    void isEqualHoweverItsAmountIsSpelled(String one, String other) {
        assertThat(Money.of(one, "USD"))
                .isEqualTo(Money.of(other, "USD"))
                .hasSameHashCodeAs(Money.of(other, "USD"))
                .hasToString(Money.of(other, "USD").toString());
    }

    @Test
    void differsByCurrency() {
        assertThat(Money.of("1", "USD")).isNotEqualTo(Money.of("1", "HKD"));
    }

    @Test
    void printsWithoutExponent() {
        assertThat(Money.of("1E+3", "HKD")).hasToString("HKD 1000");
        assertThat(Money.of("1E-8", "USD")).hasToString("USD 0.00000001");
    }

    @Test
    void addsAndScalesExactly() {
        var premium = Money.of("1.23", "USD");

        assertThat(premium.times(Quantity.of("-3")).times(new BigDecimal("100")))
                .isEqualTo(Money.of("-369", "USD"));
        assertThat(premium.plus(Money.of("0.0000000001", "USD"))).isEqualTo(Money.of("1.2300000001", "USD"));
        assertThat(premium.minus(premium).isZero()).isTrue();
        assertThat(premium.negated().signum()).isNegative();
        assertThat(Money.zero(CurrencyCode.of("USD"))).isEqualTo(Money.of("0.00", "USD"));
    }

    @Test
    void meetsAnotherCurrencyOnlyThroughARate() {
        assertThatThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "HKD")))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage("expected an amount in USD but got one in HKD");
        assertThatThrownBy(() -> Money.of("1", "USD").minus(Money.of("1", "HKD")))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @ParameterizedTest
    @CsvSource({"1.005, USD, 1.01", "-1.005, USD, -1.01", "1.0049, HKD, 1", "100.5, JPY, 101", "0.125, CNH, 0.13"})
    void roundsHalfUpToTheMinorUnit(String amount, String currency, String rounded) {
        assertThat(Money.of(amount, currency).rounded()).isEqualTo(Money.of(rounded, currency));
    }
}
