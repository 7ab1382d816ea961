package io.flexledger.contracts.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;

/**
 * Change of cash and of marked value by one entry in one currency, and what it is worth in base. Each cent once.
 * For example, a short option opened: only its commission, since the premium received stands against the liability.
 */
public record Impact(Money amount, FxRate rate) {

    @JsonIgnore
    public Money base() {
        return rate.convert(amount);
    }
}
