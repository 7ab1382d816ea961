package io.flexledger.mapper.ibkr.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.mapper.reading.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "100, 100",
        "-0.86644, -0.86644",
        "+5, 5",
        "5.830, 5.83",
        ".5, 0.5",
        "5., 5",
        "1.2E-7, 0.00000012",
        "1e3, 1000",
        "79498.681601594, 79498.681601594",
    })
    void readsDecimals(String text, String plain) {
        assertThat(Numbers.parse(text).toPlainString()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--",
                ".",
                "1,000",
                "1,000.00",
                "1 000",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x1F",
                "1E400",
                "1E-400",
                "1E",
                "1E+",
                "1.2.3",
                "12a",
                "١٢",
                "1e1e1",
                "11111111111111111111111111111111111111111"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> Numbers.parse(text)).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.BAD_NUMBER);
            assertThat(e.value()).isEqualTo(text);
        });
    }
}
