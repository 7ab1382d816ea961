package io.flexledger.mapper.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.lookup.FoundInstrument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instrument; the multiplier is a string, like every decimal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentView(
        InstrumentId id,
        String symbol,
        @Nullable String description,
        String assetCategory,
        CurrencyCode currency,
        String multiplier,
        @Nullable OptionTerms option,
        Map<String, List<String>> aliases) {

    static InstrumentView of(FoundInstrument found) {
        return new InstrumentView(
                found.id(),
                found.symbol(),
                found.description(),
                found.assetCategory(),
                found.currency(),
                found.multiplier().toPlainString(),
                found.option(),
                found.aliases());
    }
}
