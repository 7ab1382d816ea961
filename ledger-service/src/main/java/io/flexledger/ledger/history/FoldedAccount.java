package io.flexledger.ledger.history;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account, and how far it is folded.
 *
 * @param base      once a statement said it
 * @param dirtyFrom first report day not folded yet
 * @param liveFrom  first report day whose provisional fills are not folded yet
 * @param held      why the fold waits, for a person
 */
public record FoldedAccount(
        AccountId account,
        @Nullable CurrencyCode base,
        @Nullable LocalDate dirtyFrom,
        @Nullable LocalDate liveFrom,
        @Nullable LocalDate lastDay,
        @Nullable String held) {}
