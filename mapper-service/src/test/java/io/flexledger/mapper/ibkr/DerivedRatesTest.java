package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import org.junit.jupiter.api.Test;

/** A summary in the base currency and the rows below it state a rate together, or none. */
class DerivedRatesTest {

    private static final String HEAD = "<Trades><AssetSummary currency='' proceeds='78.491' ibCommission='-7.8491'/>";

    @Test
    void theCommissionServesWhereNothingWasPaid() {
        MappedStatement statement = day("<Trades><AssetSummary currency='' proceeds='0' ibCommission='-11.825554'/>"
                + row("10", "0", "-1.50644") + "</Trades>");

        assertThat(statement.only(RateStated.class).rate().rate()).isEqualByComparingTo("7.85");
    }

    @Test
    void moreDigitsAreKeptWhereFiveDoNotReproduceTheAmounts() {
        MappedStatement statement = day("<Trades><AssetSummary currency='' proceeds='100' ibCommission='0'/>"
                + row("-1", "30", "0") + "</Trades>");

        assertThat(statement.only(RateStated.class).rate().rate()).isEqualByComparingTo("3.333333333");
    }

    @Test
    void rowsOfTwoCurrenciesStateNone() {
        noRate(HEAD + row("-1", "10", "-1") + row("-1", "10", "-1").replace("USD", "EUR") + "</Trades>");
    }

    @Test
    void rowsOfTwoDaysStateNone() {
        noRate(HEAD + row("-1", "5", "-1") + row("-1", "5", "0").replace("<Trade", "<Trade reportDate='20250716'")
                + "</Trades>");
    }

    @Test
    void rowsThatAddUpToNothingStateNone() {
        noRate(HEAD + row("-1", "10", "0") + row("1", "-10", "0") + "</Trades>");
    }

    @Test
    void aSummaryWithoutRowsStatesNone() {
        noRate(HEAD + "</Trades>");
    }

    @Test
    void aRefusedRowSpoilsTheSums() {
        noRate(HEAD + row("-1", "10", "-1") + row("0", "1", "0") + "</Trades>");
    }

    @Test
    void aSelectedRateIsEnough() {
        noRate(HEAD.replace("currency=''", "currency='' fxRateToBase=''") + row("-1", "10", "-1") + "</Trades>");
    }

    @Test
    void aSummaryInItsOwnCurrencyStatesNone() {
        noRate(HEAD.replace("currency=''", "currency='USD'") + row("-1", "10", "-1") + "</Trades>");
    }

    @Test
    void theBaseCurrencyNeedsNone() {
        noRate(HEAD + row("-1", "10", "-1").replace("USD", "HKD") + "</Trades>");
    }

    @Test
    void eachSummaryHasItsOwnRows() {
        String second = HEAD.replace("<Trades>", "").replace("78.491", "8.5").replace("-7.8491", "0");
        MappedStatement statement =
                day(HEAD + row("-1", "10", "-1") + second + row("-1", "1", "0").replace("USD", "EUR") + "</Trades>");

        assertThat(statement.events(RateStated.class))
                .extracting(stated -> stated.rate().from() + " " + stated.rate().rate())
                .containsExactly("USD 7.8491", "EUR 8.5");
    }

    @Test
    void itIsAnotherFactThanTheRateOfThatDay() {
        MappedStatement statement = day(HEAD + row("-1", "10", "-1") + "</Trades><ConversionRates>"
                + "<ConversionRate reportDate='20250717' fromCurrency='USD' toCurrency='HKD' rate='7.8492'/>"
                + "</ConversionRates>");

        assertThat(statement.rejections()).isEmpty();
        assertThat(statement.events(RateStated.class))
                .extracting(
                        stated -> stated.rate().source() + " " + stated.rate().rate())
                .containsExactlyInAnyOrder("DERIVED 7.8491", "CONVERSION_RATES 7.8492");
        assertThat(statement.events(RateStated.class))
                .extracting(RateStated::id)
                .doesNotHaveDuplicates();
    }

    private void noRate(String trades) {
        assertThat(day(trades).events(RateStated.class)).isEmpty();
    }

    private String row(String quantity, String proceeds, String commission) {
        return "<Trade currency='USD' symbol='ABC' quantity='" + quantity + "' tradePrice='10' proceeds='" + proceeds
                + "' ibCommission='" + commission + "'/>";
    }

    private static MappedStatement day(String sections) {
        return MappedStatement.of("<FlexStatement accountId='U7000001' fromDate='20250717' toDate='20250717'>"
                + sections + "</FlexStatement>");
    }
}
