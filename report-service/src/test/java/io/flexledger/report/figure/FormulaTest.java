package io.flexledger.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final FxRate RATE =
            new FxRate(CurrencyCode.of("USD"), CurrencyCode.of("HKD"), new BigDecimal("7.8466"), FxRate.Source.ROW);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Money hkd(String amount) {
        return Money.of(amount, "HKD");
    }

    @Test
    void printsCentsWhereTheyGiveTheResult() {
        assertThat(Formula.converted(usd("-10.54"), RATE).text(hkd("-82.703164")))
                .isEqualTo("-10.54 USD * 7.8466");
    }

    @Test
    void addsTheDigitsThatTheResultNeeds() {
        assertThat(Formula.converted(usd("-12.29324"), RATE).text(hkd("-96.460136984")))
                .isEqualTo("-12.29 USD (exactly -12.29324) * 7.8466");
    }

    @Test
    void aSumShowsSignsAsOperators() {
        var sum = Formula.sum(Formula.bare(hkd("79498.68")), Formula.bare(hkd("-96.46")));

        assertThat(sum.text(hkd("79402.22"))).isEqualTo("79,498.68 - 96.46");
    }

    @Test
    void aSumWhoseCentsDoNotAddUpShowsAllDigits() {
        var sum = Formula.sum(Formula.bare(usd("1.004")), Formula.bare(usd("1.004")));

        assertThat(sum.text(usd("2.008"))).isEqualTo("1.00 (exactly 1.004) + 1.00 (exactly 1.004)");
    }

    @Test
    void aDifferenceKeepsTheSignOfANegativeAmount() {
        var difference = Formula.difference(Formula.bare(hkd("-69.31")), Formula.bare(hkd("-96.46")));

        assertThat(difference.text(hkd("27.15"))).isEqualTo("-69.31 - (-96.46)");
    }

    @Test
    void sumsAreSetInParenthesesWithinAProduct() {
        var product = Formula.product(
                Formula.difference(Formula.price(usd("628")), Formula.price(usd("629.45"))),
                Formula.number(new BigDecimal("100"), "shares"));

        assertThat(product.text(usd("-145"))).isEqualTo("(628.00 - 629.45) * 100 shares");
    }

    @Test
    void baseCurrencyNeedsNoRate() {
        var hkd = CurrencyCode.of("HKD");
        assertThat(Formula.converted(hkd("-8"), FxRate.identity(hkd)).text(hkd("-8")))
                .isEqualTo("-8.00 HKD");
    }

    @Test
    void ratesHaveFourDecimalsOrAsManyAsTheSource() {
        assertThat(Numbers.rate(RATE)).isEqualTo("7.8466");
        assertThat(Numbers.rate(new FxRate(RATE.from(), RATE.to(), new BigDecimal("7.8"), FxRate.Source.CONFIGURED)))
                .isEqualTo("7.8000");
        assertThat(Numbers.rate(new FxRate(RATE.from(), RATE.to(), new BigDecimal("7.84532"), FxRate.Source.ROW)))
                .isEqualTo("7.84532");
    }

    @Test
    void amountsHaveSeparatorsAndTheirMinorUnit() {
        assertThat(Numbers.signed(hkd("1234567.885"))).isEqualTo("+1,234,567.89 HKD");
        assertThat(Numbers.signed(hkd("-0.004"))).isEqualTo("0.00 HKD");
        assertThat(Numbers.amount(Money.of("-1234.5", "JPY"))).isEqualTo("-1,235 JPY");
        assertThat(Numbers.plain(hkd("999.995"))).isEqualTo("1,000.00");
    }
}
