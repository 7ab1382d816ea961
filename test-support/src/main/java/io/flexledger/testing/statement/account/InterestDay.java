package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Interest of one currency on one report day: what was owed, what was accrued, what was paid out of the accrual.
 *
 * @param tiers the value dates behind {@code accrued}; they sum to it
 */
public record InterestDay(
        String currency, BigDecimal opening, BigDecimal accrued, BigDecimal reversal, List<Tier> tiers) {

    public InterestDay {
        tiers = List.copyOf(tiers);
    }

    /** One value date's interest; negative is owed by the account. */
    public record Tier(LocalDate valueDate, BigDecimal principal, BigDecimal annualPercent, BigDecimal interest) {

        public String type() {
            return interest.signum() > 0 ? "Credit Interest" : "Debit Interest";
        }
    }

    public BigDecimal ending() {
        return opening.add(accrued).add(reversal);
    }
}
