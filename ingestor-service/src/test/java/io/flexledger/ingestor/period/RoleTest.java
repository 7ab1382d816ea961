package io.flexledger.ingestor.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "full: Trades OpenPositions CashTransactions CorporateActions ConversionRates SecuritiesInfo AccountInformation",
                "trades: Trades",
                "nav: ChangeInNAV EquitySummaryInBase",
                "cash: CashTransactions",
                "exercises: OptionEAE",
                "interest: InterestAccruals",
                "confirms: TradeConfirms",
            })
    void requiresItsSections(String text, String sections) {
        var role = Role.parse(text);

        assertThat(role.missing(Set.of("StmtFunds"))).containsExactly(sections.split(" "));
        assertThat(role.missing(Set.copyOf(List.of(sections.split(" "))))).isEmpty();
        assertThat(role.text()).isEqualTo(text);
    }

    @Test
    void namesOnlyWhatIsMissing() {
        assertThat(Role.FULL.missing(Set.of("Trades", "OpenPositions", "CashTransactions", "ConversionRates")))
                .containsExactly("CorporateActions", "SecuritiesInfo", "AccountInformation");
    }

    @Test
    void isReadInAnyCaseAndNothingElse() {
        assertThat(Role.parse(" Full ")).isEqualTo(Role.FULL);
        assertThatThrownBy(() -> Role.parse("everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no role: 'everything'; there are full, trades, nav, cash, exercises, interest, confirms");
    }
}
