package io.flexledger.report.holding;

import io.flexledger.contracts.id.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account, and how far the ledger is with it by its own word.
 *
 * @param base      once a statement said it
 * @param dirtyFrom first report day that is not booked yet
 * @param held      why the ledger waits; absent while it does not
 */
public record BookedAccount(
        AccountId account,
        @Nullable String base,
        @Nullable LocalDate dirtyFrom,
        @Nullable LocalDate lastDay,
        @Nullable String held) {}
