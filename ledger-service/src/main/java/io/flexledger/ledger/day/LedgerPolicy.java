package io.flexledger.ledger.day;

import io.flexledger.contracts.money.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/**
 * What is set rather than stated.
 *
 * @param configuredRates what one unit of a currency is worth in base, used where no statement says it
 * @param close           the close of a report day at the venue
 */
public record LedgerPolicy(Map<CurrencyCode, BigDecimal> configuredRates, Function<LocalDate, Instant> close) {

    public LedgerPolicy {
        configuredRates = Map.copyOf(configuredRates);
    }
}
