package io.flexledger.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.period.InvalidPeriodException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void aRangeThatIsTooLongIsRefusedBeforeAnybodyWalksIt() {
        var asked = new AtomicLong();
        var days = new Days(_ -> List.of(), new FetchPorts());

        assertThatThrownBy(() -> days.plan(
                        FetchPorts.query("1", "U1"),
                        LocalDate.parse("0001-01-01"),
                        LocalDate.parse("9999-12-31"),
                        _ -> asked.incrementAndGet() < 0))
                .isInstanceOf(InvalidPeriodException.class)
                .hasMessageContaining("a backfill covers at most 7305");
        assertThat(asked).hasValue(0);
    }
}
