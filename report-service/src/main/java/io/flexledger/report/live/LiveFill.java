package io.flexledger.report.live;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An execution as the gateway told it last.
 *
 * @param execution  what all its corrections share
 * @param quantity   positive bought, negative sold
 * @param commission as the broker signs it; absent while it has not been told
 */
public record LiveFill(
        AccountId account,
        String execution,
        String execId,
        EventId event,
        Instant occurredAt,
        LocalDate reportDate,
        Instrument instrument,
        Quantity quantity,
        Money price,
        @Nullable Money commission,
        Instant statedAt,
        Status status) {

    /** Who stands behind it, as far as the ledger has said. */
    public enum Status {
        /** The gateway alone, so far. */
        PROVISIONAL,
        /** A statement as well. */
        CONFIRMED,
        /** The gateway alone, though the statements that could have it are here. */
        UNCONFIRMED;

        /** Empty once it was taken back: then it is not shown. */
        public static Optional<Status> of(FillStanding.@Nullable Status standing) {
            return switch (standing) {
                case null -> Optional.of(PROVISIONAL);
                case BOOKED, CARRIED -> Optional.of(PROVISIONAL);
                case CONFIRMED -> Optional.of(CONFIRMED);
                case UNCONFIRMED -> Optional.of(UNCONFIRMED);
                case TAKEN_BACK -> Optional.empty();
            };
        }
    }

    /**
     * Empty for what was taken back, and for what has no execution id, which the gateway never leaves out.
     *
     * @param standing as the ledger says; absent before it says anything
     */
    public static Optional<LiveFill> of(Fill fill, FillStanding.@Nullable Status standing) {
        var execId = fill.ids().execId();
        var execution = fill.ids().execution();
        if (execId == null || execution == null) {
            return Optional.empty();
        }
        return Status.of(standing)
                .map(status -> new LiveFill(
                        fill.account(),
                        execution,
                        execId,
                        fill.id(),
                        fill.occurredAt(),
                        fill.reportDate(),
                        fill.instrument(),
                        fill.quantity(),
                        fill.price(),
                        fill.commission(),
                        fill.fact().statedAt(),
                        status));
    }
}
