package io.flexledger.contracts.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A security or contract as the broker describes it.
 *
 * @param assetCategory the broker's code: STK, OPT, FUT, FOP, CASH, BOND, FUND ...; inferred where not selected
 * @param multiplier    units of the underlying per contract, 1 for shares
 * @param aliases       other names by scheme: isin, cusip, figi, sedol; never identity
 */
public record Instrument(
        InstrumentId id,
        String symbol,
        @Nullable String description,
        String assetCategory,
        CurrencyCode currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal multiplier,
        @Nullable OptionTerms option,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> aliases) {

    @SuppressWarnings("ConstantValue") // Jackson passes null for an absent map
    public Instrument {
        aliases = aliases == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(aliases));
    }

    @JsonIgnore
    public boolean isOption() {
        return option != null;
    }

    @JsonIgnore
    public boolean isCurrencyPair() {
        return assetCategory.equals("CASH");
    }

    /** As a person says it: "SPY 628 Call" for an option, else the symbol. */
    @JsonIgnore
    public String spoken() {
        if (option == null) {
            return symbol;
        }
        var underlying = option.underlyingSymbol() != null ? option.underlyingSymbol() : symbol.split(" ", 2)[0];
        return underlying + " " + option.strike().stripTrailingZeros().toPlainString() + " "
                + option.right().spoken();
    }
}
