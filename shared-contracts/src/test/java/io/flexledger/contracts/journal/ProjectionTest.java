package io.flexledger.contracts.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.sample.EntrySamples;
import io.flexledger.contracts.sample.Samples;
import io.flexledger.contracts.sample.StateSamples;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    @Test
    void keysSayWhatTheStateIsOf() {
        assertThat(StateSamples.POSITION_UPDATE.key()).isEqualTo("U7654321/conid:756733");
        assertThat(StateSamples.CALCULATED.key()).isEqualTo("U7654321/2025-07-25/calculated");
        assertThat(EntrySamples.TRADE.key()).isEqualTo("U7654321/" + EntrySamples.TRADE.id());
    }

    @Test
    void aNewVersionChangesTheVersionAlone() {
        var next = StateSamples.CALCULATED.withVersion(5);

        assertThat(next.version()).isEqualTo(5);
        assertThat(next.withVersion(StateSamples.CALCULATED.version())).isEqualTo(StateSamples.CALCULATED);
        assertThat(StateSamples.POSITION_UPDATE.withVersion(8).withVersion(7)).isEqualTo(StateSamples.POSITION_UPDATE);
        Samples.entries()
                .values()
                .forEach(entry -> assertThat(entry.withVersion(99).withVersion(entry.version()))
                        .isEqualTo(entry));
    }

    @Test
    void aStateStandsForItsInstant() {
        var entries = Samples.entries().values();

        assertThat(entries).allMatch(entry -> entry.asOf().equals(entry.occurredAt()));
    }

    @Test
    void inputsInBaseAddUpToTheTotal() {
        var nav = StateSamples.CALCULATED;
        var cash = nav.cash().stream().map(NavSnapshot.Balance::base);
        var accruals = nav.accruals().stream().map(NavSnapshot.Balance::base);
        var positions = nav.positions().stream().map(NavSnapshot.Holding::base);

        assertThat(cash.reduce(Money::plus)).contains(Money.of("2572123.05", "HKD"));
        assertThat(accruals.reduce(Money::plus)).contains(Money.of("101.1729655", "HKD"));
        assertThat(positions.reduce(Money::plus)).contains(Money.of("-500056.6045", "HKD"));
        assertThat(nav.components().values().stream().reduce(Money::plus)).contains(nav.total());
    }

    /** The samples are entries as the ledger makes them. */
    @Test
    void postingsSumToZeroPerCommodity() {
        assertThat(Samples.entries())
                .allSatisfy((_, entry) -> assertThat(entry.postings().stream()
                                .collect(Collectors.groupingBy(
                                        Posting::commodity,
                                        Collectors.reducing(BigDecimal.ZERO, Posting::amount, BigDecimal::add)))
                                .values())
                        .isNotEmpty()
                        .allMatch(sum -> sum.signum() == 0));
    }

    @Test
    void anImpactIsWorthItsAmountInBase() {
        assertThat(EntrySamples.TRADE.impacts().getFirst().base()).isEqualTo(Money.of("-8.255840362", "HKD"));
    }
}
