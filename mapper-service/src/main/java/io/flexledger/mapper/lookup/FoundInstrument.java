package io.flexledger.mapper.lookup;

import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as the newest statement that says so describes it.
 *
 * @param aliases every name it ever had, by scheme
 */
public record FoundInstrument(
        InstrumentId id,
        String symbol,
        @Nullable String description,
        String assetCategory,
        CurrencyCode currency,
        BigDecimal multiplier,
        @Nullable OptionTerms option,
        SortedMap<String, List<String>> aliases) {}
