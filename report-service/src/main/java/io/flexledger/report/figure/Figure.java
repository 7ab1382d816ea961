package io.flexledger.report.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A number on a page, and how it came about.
 *
 * @param name       in words
 * @param shown      as printed, at the currency's minor unit
 * @param exact      unrounded
 * @param derivation where it comes from
 */
@JsonPropertyOrder({"figure", "amount", "exact", "currency"})
public record Figure(
        @JsonIgnore FigureId id,
        @JsonIgnore String name,
        @JsonIgnore Money shown,
        @JsonIgnore Money exact,
        @JsonIgnore Derivation derivation) {

    public Figure {
        shown = shown.rounded();
    }

    @JsonProperty("figure")
    String figure() {
        return id.value();
    }

    @JsonProperty("amount")
    public String amount() {
        return Numbers.wire(shown);
    }

    @JsonProperty("exact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable
    String exactAmount() {
        return shown.amount().compareTo(exact.amount()) == 0
                ? null
                : exact.amount().toPlainString();
    }

    @JsonProperty("currency")
    public CurrencyCode currency() {
        return shown.currency();
    }
}
