package io.flexledger.report.holding;

import io.flexledger.contracts.id.AccountId;
import java.time.LocalDate;

/**
 * An account and the report days there are of it.
 *
 * @param baseCurrency as its net asset value is stated
 */
public record KnownAccount(AccountId account, String baseCurrency, LocalDate first, LocalDate last, int days) {}
