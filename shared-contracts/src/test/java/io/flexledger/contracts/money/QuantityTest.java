package io.flexledger.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void isEqualHoweverSpelled() {
        assertThat(Quantity.of("100")).isEqualTo(Quantity.of("1E+2")).hasToString("100");
        assertThat(Quantity.of("0.10")).isEqualTo(Quantity.of("0.1")).hasToString("0.1");
        assertThat(Quantity.of("0.000")).isEqualTo(Quantity.ZERO);
    }

    @Test
    void addsAndTurns() {
        assertThat(Quantity.of("-1").plus(Quantity.of("0.25"))).isEqualTo(Quantity.of("-0.75"));
        assertThat(Quantity.of("-1").minus(Quantity.of("-1")).isZero()).isTrue();
        assertThat(Quantity.of("-3").abs()).isEqualTo(Quantity.of("3").negated().negated());
        assertThat(Quantity.of("-3").signum()).isNegative();
    }

    @Test
    void smallerLooksAtUnitsNotSides() {
        assertThat(Quantity.of("-2").smaller(Quantity.of("5"))).isEqualTo(Quantity.of("-2"));
        assertThat(Quantity.of("-7").smaller(Quantity.of("5"))).isEqualTo(Quantity.of("5"));
        assertThat(Quantity.of("-5").smaller(Quantity.of("5"))).isEqualTo(Quantity.of("-5"));
    }

    @Test
    void sortsByUnits() {
        assertThat(Stream.of(Quantity.of("2"), Quantity.of("-10"), Quantity.of("1.5"))
                        .sorted())
                .containsExactly(Quantity.of("-10"), Quantity.of("1.5"), Quantity.of("2"));
    }

    @Test
    void isABareStringInJson() {
        assertThat(ContractJson.write(Quantity.of("-100.50"))).asString().isEqualTo("\"-100.5\"");
        assertThat(ContractJson.read("\"-100.5\"", Quantity.class)).isEqualTo(Quantity.of("-100.5"));
    }
}
