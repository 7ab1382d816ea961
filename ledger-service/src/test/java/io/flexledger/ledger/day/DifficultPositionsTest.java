package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.cash;
import static io.flexledger.ledger.day.Facts.fill;
import static io.flexledger.ledger.day.Facts.position;
import static io.flexledger.ledger.day.Facts.rate;
import static io.flexledger.ledger.day.Facts.stock;
import static io.flexledger.ledger.day.Folded.calculated;
import static io.flexledger.ledger.day.Folded.caveats;
import static io.flexledger.ledger.day.Folded.details;
import static io.flexledger.ledger.day.Folded.fold;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.BrokerClaim.LotOrigin;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Positions the books and the broker see differently, and positions from before the first statement. */
class DifficultPositionsTest {

    private static final String DAY = "2025-07-14";
    private static final Instrument ABC = stock("ABC");

    @Test
    void thatTheBrokerStatesDifferentlyIsNamed() {
        var day = fold(
                fill(DAY, DAY + "T10:00:00", ABC, "10", "1000", "0", "7.8"),
                position("2025-07-15", ABC, "100", "101"),
                rate("2025-07-15", "7.8"));

        assertThat(caveats(day)).contains("POSITION_MISMATCH");
    }

    @Test
    void statedByItsLotsAloneIsMarkedByThem() {
        var day = fold(
                fill(DAY, DAY + "T10:00:00", ABC, "10", "590", "0", "7.8"),
                lot(position(DAY, ABC, "4", "600")),
                lot(position(DAY, stock("XYZ"), "7", "1")),
                lot(other(position(DAY, ABC, "6", "600"))));

        assertThat(details(day, EntryDetail.Marked.class))
                .filteredOn(marked -> marked.instrument().equals(ABC))
                .extracting(EntryDetail.Marked::to)
                .containsExactly(Money.of("600", "USD"));
        assertThat(caveats(day)).doesNotContain("POSITION_MISMATCH");
    }

    @Test
    void inFuturesHeldBeforeIsWorthNothingButItsGain() {
        var future = new Instrument(ABC.id(), "ES", null, "FUT", Facts.USD, new BigDecimal(50), null, Map.of());

        var first = fold(position(DAY, future, "1", "6000"), rate(DAY, "7.8"), cash(DAY, "Deposits", hkd("1")));
        var second = fold(
                position(DAY, future, "1", "6000"),
                rate(DAY, "7.8"),
                cash(DAY, "Deposits", hkd("1")),
                position("2025-07-15", future, "1", "6000"),
                rate("2025-07-15", "7.88"));

        assertThat(calculated(first).total()).isEqualTo(hkd("1"));
        assertThat(calculated(second).total()).isEqualTo(hkd("1"));
    }

    private static PositionStated lot(PositionStated stated) {
        return new PositionStated(
                stated.fact(),
                stated.instrument(),
                new LotOrigin(null, null),
                stated.quantity(),
                stated.mark(),
                null,
                null,
                null,
                null);
    }

    /** The same position's row under another id. */
    private static PositionStated other(PositionStated stated) {
        return stated.with(cash(DAY, "other", hkd("1")).fact());
    }

    private static Money hkd(String amount) {
        return Money.of(amount, "HKD");
    }
}
