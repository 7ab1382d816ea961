package io.flexledger.ledger.provisional;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ledger.provisional.Told.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final LocalDate MON = LocalDate.of(2025, 7, 14);
    private static final LocalDate WED = MON.plusDays(2);
    private static final LocalDate FRI = MON.plusDays(4);

    @Test
    void aDayNeedsAValueAndTrades() {
        assertThat(Told.of(MON, List.of(MON), List.of()).inFull(MON)).isFalse();
        assertThat(Told.of(MON, List.of(), List.of(new Span(MON, MON))).inFull(MON))
                .isFalse();
        assertThat(Told.of(MON, List.of(MON), List.of(new Span(MON, MON))).inFull(MON))
                .isTrue();
    }

    @Test
    void aStatementOfSeveralDaysTellsThoseUpToItsLastValue() {
        var told = Told.of(MON, List.of(WED), List.of(new Span(MON, FRI)));

        assertThat(told.inFull(MON)).isTrue();
        assertThat(told.inFullAfter(MON)).isTrue();
        assertThat(told.inFull(WED)).isTrue();
        assertThat(told.inFullAfter(WED)).isFalse();
        assertThat(told.inFull(FRI)).isFalse();
    }

    @Test
    void aValueOfALaterStatementSaysNothingOfADay() {
        var told = Told.of(MON, List.of(FRI), List.of(new Span(MON, MON), new Span(FRI, FRI)));

        assertThat(told.inFull(MON)).isFalse();
        assertThat(told.inFullAfter(MON)).isTrue();
    }
}
