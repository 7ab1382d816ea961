package io.flexledger.contracts.journal;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One position and its open lots after a report day. Topic {@code position-update}, key account and instrument.
 *
 * @param reportDate day after which the state holds
 * @param quantity   sum of the lots, zero once closed
 * @param mark       last mark per unit, absent before the first
 */
public record PositionUpdate(
        AccountId account,
        Instrument instrument,
        LocalDate reportDate,
        Instant asOf,
        long version,
        Quantity quantity,
        List<Lot> lots,
        @Nullable Money mark)
        implements Projection {

    public PositionUpdate {
        lots = List.copyOf(lots);
    }

    @Override
    public String key() {
        return account + "/" + instrument.id();
    }

    @Override
    public String type() {
        return "position-update.v1";
    }

    public PositionUpdate withVersion(long newVersion) {
        return new PositionUpdate(account, instrument, reportDate, asOf, newVersion, quantity, lots, mark);
    }
}
