package io.flexledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.contracts.sample.Samples;
import io.flexledger.contracts.sample.TradeSamples;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractJsonTest {

    @Nested
    class Numbers {

        @Test
        void areStringsInPlainNotation() {
            assertThat(write(Money.of("0.00000001", "USD"))).isEqualTo("""
                    {"amount":"0.00000001","currency":"USD"}""");
            assertThat(write(Money.of("1E+3", "USD"))).isEqualTo("""
                    {"amount":"1000","currency":"USD"}""");
            assertThat(write(Quantity.of("-0.00000001"))).isEqualTo("\"-0.00000001\"");
        }

        @Test
        void areSpelledAlikeInATree() {
            assertThat(ContractJson.MAPPER
                            .valueToTree(Money.of("0.00000001", "USD"))
                            .toString())
                    .isEqualTo("""
                    {"amount":"0.00000001","currency":"USD"}""");
        }

        @Test
        void keepEveryDigit() {
            var exact = Money.of("-12345678901234567890.123456789012345678901234567891", "USD");

            assertThat(ContractJson.read(ContractJson.write(exact), Money.class))
                    .isEqualTo(exact);
            assertThat(write(exact)).contains("-12345678901234567890.123456789012345678901234567891");
        }

        @Test
        void mayArriveAsNumbersOfAnotherWriter() {
            assertThat(ContractJson.read("{\"amount\":-1.05,\"currency\":\"USD\"}", Money.class))
                    .isEqualTo(Money.of("-1.05", "USD"));
        }
    }

    @Nested
    class Absence {

        @Test
        void isNeverWrittenAsNull() {
            assertThat(Samples.all().values())
                    .allSatisfy(message -> assertThat(write(message)).doesNotContain("null"));
        }

        @Test
        void readsLikeNull() {
            var json = ContractJson.read(ContractJson.write(TradeSamples.SPARSE_FILL), ObjectNode.class);
            json.putNull("fxRate").putNull("effect");

            assertThat(ContractJson.read(json.toString(), CanonicalEvent.class)).isEqualTo(TradeSamples.SPARSE_FILL);
        }

        @Test
        void ofAMarkOnAFactMeansFalse() {
            var fill = ContractJson.read(ContractJson.write(TradeSamples.FILL), Fill.class);

            assertThat(write(TradeSamples.FILL)).doesNotContain("superseded", "provisional");
            assertThat(fill.fact().superseded()).isFalse();
            assertThat(write(TradeSamples.FILL.with(fill.fact().asSuperseded())))
                    .contains("\"superseded\":true");
        }
    }

    @Test
    void datesAndInstantsAreIso() {
        assertThat(write(LocalDate.parse("2025-07-25"))).isEqualTo("\"2025-07-25\"");
        assertThat(write(Instant.parse("2025-07-25T13:47:05.120Z"))).isEqualTo("\"2025-07-25T13:47:05.120Z\"");
    }

    @Test
    void everyEventKnowsItsWireName() {
        Samples.events()
                .forEach((file, event) ->
                        assertThat(ContractJson.typeName(event)).isEqualTo(Samples.wireName(file)));
    }

    @Test
    void aTreeSpellsWhatIsWritten() {
        assertThat(Samples.all().values())
                .allSatisfy(message -> assertThat(
                                ContractJson.MAPPER.valueToTree(message).toString())
                        .isEqualTo(write(message)));
    }

    @Test
    void refusesAnEventOfUnknownType() {
        assertThatThrownBy(() -> ContractJson.read("{\"type\":\"rumour.v1\"}", CanonicalEvent.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("rumour.v1");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> ContractJson.read("<FlexQueryResponse/>", CanonicalEvent.class))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> ContractJson.read(new byte[] {1, 2}, CanonicalEvent.class))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aBareDecimalIsAStringToo() {
        assertThat(write(new BigDecimal("1E-8"))).isEqualTo("\"0.00000001\"");
    }

    private static String write(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }
}
