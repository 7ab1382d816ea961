package io.flexledger.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.ContractJson;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {

    @Test
    void mayLieOutsideIso4217() {
        assertThat(CurrencyCode.of("CNH")).hasToString("CNH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BASE_SUMMARY", "usd", "US", "", "DOLLAR", "1NC", "US D"})
    void refusesWhatIsNoCurrency(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrencyCode.of(code))
                .withMessage("currency must be 3 to 5 capital letters: '" + code + "'");
    }

    @Test
    void refusesTheSummaryOfACashReportInJsonToo() {
        assertThatThrownBy(() -> ContractJson.read("\"BASE_SUMMARY\"", CurrencyCode.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("BASE_SUMMARY");
    }

    @ParameterizedTest
    @CsvSource({"USD, 2", "HKD, 2", "JPY, 0", "KWD, 3", "CNH, 2", "XAU, 0"})
    void knowsItsMinorUnit(String code, int digits) {
        assertThat(CurrencyCode.of(code).fractionDigits()).isEqualTo(digits);
    }
}
