package io.flexledger.ledger.provisional;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ledger.provisional.StatementReach.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementReachTest {

    private static final LocalDate MON = LocalDate.of(2025, 7, 14);
    private static final LocalDate WED = MON.plusDays(2);
    private static final LocalDate FRI = MON.plusDays(4);

    @Test
    void aDayNeedsAValueAndTrades() {
        assertThat(StatementReach.of(MON, List.of(MON), List.of()).inFull(MON)).isFalse();
        assertThat(StatementReach.of(MON, List.of(), List.of(new Span(MON, MON)))
                        .inFull(MON))
                .isFalse();
        assertThat(StatementReach.of(MON, List.of(MON), List.of(new Span(MON, MON)))
                        .inFull(MON))
                .isTrue();
    }

    @Test
    void aStatementOfSeveralDaysTellsThoseUpToItsLastValue() {
        var reach = StatementReach.of(MON, List.of(WED), List.of(new Span(MON, FRI)));

        assertThat(reach.inFull(MON)).isTrue();
        assertThat(reach.inFullAfter(MON)).isTrue();
        assertThat(reach.inFull(WED)).isTrue();
        assertThat(reach.inFullAfter(WED)).isFalse();
        assertThat(reach.inFull(FRI)).isFalse();
    }

    @Test
    void aValueOfALaterStatementSaysNothingOfADay() {
        var reach = StatementReach.of(MON, List.of(FRI), List.of(new Span(MON, MON), new Span(FRI, FRI)));

        assertThat(reach.inFull(MON)).isFalse();
        assertThat(reach.inFullAfter(MON)).isTrue();
    }
}
