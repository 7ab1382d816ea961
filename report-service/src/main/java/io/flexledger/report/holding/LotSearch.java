package io.flexledger.report.holding;

import io.flexledger.contracts.id.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What lots are asked by; open lots have no exit, so any exit bound leaves them out. */
public record LotSearch(
        AccountId account,
        LocalDate entryFrom,
        LocalDate entryTo,
        @Nullable LocalDate exitFrom,
        @Nullable LocalDate exitTo,
        @Nullable String symbol) {}
