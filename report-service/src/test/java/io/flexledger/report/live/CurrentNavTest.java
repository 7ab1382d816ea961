package io.flexledger.report.live;

import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.live.CurrentNav.Newest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CurrentNavTest {

    private static final NavSnapshot LIVE =
            GatewaySays.value("U1", "2025-07-18", "2025-07-18T10:00:00", "1010").says();

    private static LedgerDay closed(String date, String total) {
        return DayScenario.on("U1", date)
                .official("1", total, Map.of(), Map.of())
                .calculated("1", total, Map.of())
                .day();
    }

    private static Newest newest(LedgerDay day) {
        return new Newest(day.official(), day.calculated(), LIVE);
    }

    @Test
    void theGatewaysValueCountsWhileTheDayRuns() {
        var yesterday = closed("2025-07-17", "1000");
        var now = CurrentNav.of(newest(yesterday), yesterday.official()).orElseThrow();

        assertThat(now.value()).isEqualTo(LIVE);
        assertThat(now.held()).isEqualTo(LIVE);
        assertThat(now.change()).contains(hkd("10"));
        assertThat(now.isProvisional()).isTrue();
    }

    @Test
    void aCloseInAnotherCurrencyIsNothingToCountFrom() {
        var dollars = GatewaySays.value("U1", "2025-07-18", "2025-07-18T10:00:00", usd("130"))
                .says();
        var yesterday = closed("2025-07-17", "1000").calculated();

        assertThat(CurrentNav.of(new Newest(null, yesterday, dollars), yesterday)
                        .orElseThrow()
                        .change())
                .isEmpty();
    }

    @Test
    void theLedgersValueOfTheSameDayDoesNotReplaceIt() {
        var today = closed("2025-07-18", "999");

        assertThat(CurrentNav.best(new Newest(closed("2025-07-17", "1").official(), today.calculated(), LIVE)))
                .isEqualTo(LIVE);
    }

    @Test
    void theBrokersValueOfTheDayDoes() {
        var today = closed("2025-07-18", "1009");
        var now = CurrentNav.of(newest(today), null).orElseThrow();

        assertThat(now.value()).isEqualTo(today.official());
        assertThat(now.held()).isEqualTo(today.calculated());
        assertThat(now.isProvisional()).isFalse();
        assertThat(now.change()).isEmpty();
    }

    @Test
    void anOldLiveValueGivesWayToALaterDay() {
        var monday = closed("2025-07-21", "1020");
        var ledgerAlone = new Newest(closed("2025-07-17", "1000").official(), monday.calculated(), LIVE);

        assertThat(CurrentNav.best(ledgerAlone)).isEqualTo(monday.calculated());
        assertThat(CurrentNav.best(newest(monday))).isEqualTo(monday.official());
    }

    @Test
    void withoutAnyValueThereIsNone() {
        assertThat(CurrentNav.of(new Newest(null, null, null), null)).isEmpty();
        assertThat(Objects.requireNonNull(CurrentNav.best(new Newest(null, null, LIVE))))
                .isEqualTo(LIVE);
    }
}
