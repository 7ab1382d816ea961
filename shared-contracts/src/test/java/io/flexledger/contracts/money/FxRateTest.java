package io.flexledger.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.money.FxRate.Source;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FxRateTest {

    private static final CurrencyCode USD = CurrencyCode.of("USD");
    private static final CurrencyCode HKD = CurrencyCode.of("HKD");

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-7.8"})
    void isPositive(String rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usdToHkd(rate))
                .withMessageStartingWith("rate from USD to HKD must be positive: ");
    }

    @Test
    void isEqualHoweverSpelled() {
        assertThat(usdToHkd("7.80")).isEqualTo(usdToHkd("7.8"));
    }

    @Test
    void convertsExactly() {
        assertThat(usdToHkd("7.84895").convert(Money.of("-62818.11696", "USD")))
                .isEqualTo(Money.of("-493056.259113192", "HKD"));
        assertThat(FxRate.identity(HKD).convert(Money.of("1.05", "HKD"))).isEqualTo(Money.of("1.05", "HKD"));
    }

    @Test
    void convertsNothingButItsOwnCurrency() {
        assertThatThrownBy(() -> usdToHkd("7.8").convert(Money.of("1", "HKD")))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void isProvisionalWhereTheBrokerStatedNone() {
        assertThat(Stream.of(Source.values()).filter(Source::isProvisional))
                .containsExactly(Source.GATEWAY, Source.CARRIED, Source.CONFIGURED);
    }

    private static FxRate usdToHkd(String rate) {
        return new FxRate(USD, HKD, new BigDecimal(rate), Source.ROW);
    }
}
