package io.flexledger.ledger.provisional;

import io.flexledger.contracts.event.TradeEvent.Fill;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provisional fill and what became of it.
 *
 * @param fill       its newest version
 * @param reportDate by which it is listed
 * @param placement  its place at the last fold; absent while its account has not been folded since it was heard
 * @param leftOut    why its day cannot be folded with it
 */
public record HeardFill(
        Fill fill,
        LocalDate reportDate,
        @Nullable Placement placement,
        @Nullable String leftOut) {

    /** Where a list goes on: after this fill. */
    public record Place(LocalDate reportDate, UUID event) {}
}
