package io.flexledger.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.contracts.sample.Given;
import io.flexledger.contracts.sample.Samples;
import io.flexledger.contracts.sample.TradeSamples;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalEventTest {

    static Stream<CanonicalEvent> events() {
        return Samples.events().values().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void takesOtherCommonDataAndKeepsTheRest(CanonicalEvent event) {
        var late = event.with(event.fact().asSuperseded());

        assertThat(late).isInstanceOf(event.getClass()).isNotEqualTo(event);
        assertThat(late.fact().superseded()).isTrue();
        assertThat(late.with(event.fact())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void saysWhoseAndWhenItIs(CanonicalEvent event) {
        assertThat(event.id()).isEqualTo(event.fact().id());
        assertThat(event.account()).isEqualTo(Given.ACCOUNT);
        assertThat(event.reportDate()).isEqualTo(Given.FRIDAY);
        assertThat(event.occurredAt()).isEqualTo(event.fact().occurredAt());
    }

    @Test
    void aFillMovesSomething() {
        var fill = TradeSamples.SPARSE_FILL;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fill(
                        fill.fact(),
                        fill.ids(),
                        fill.instrument(),
                        true,
                        fill.tradeDate(),
                        null,
                        Quantity.ZERO,
                        fill.price(),
                        fill.proceeds(),
                        fill.commission(),
                        fill.taxes(),
                        null,
                        null,
                        fill.notes(),
                        fill.broker()))
                .withMessageStartingWith("quantity must not be zero: ");
    }

    @Test
    void rowsOfAStatementAddUp() {
        assertThat(new RowAccount(90, 41, 46, 1, 2).total()).isEqualTo(90);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowAccount(91, 41, 46, 1, 2))
                .withMessage("rows do not add up: 91 != 41 + 46 + 1 + 2");
    }

    @Test
    void anInstrumentIsSpokenOfAsPeopleDo() {
        assertThat(Given.SPY_CALL.spoken()).isEqualTo("SPY 628 Call");
        assertThat(Given.SPY.spoken()).isEqualTo("SPY");
        assertThat(Given.SPY_CALL.isOption()).isTrue();
        assertThat(Given.SPY.isCurrencyPair()).isFalse();
    }
}
