package io.flexledger.contracts.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.flexledger.contracts.id.InstrumentId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What makes a contract an option.
 *
 * @param strike     per unit of the underlying, in the instrument's currency
 * @param underlying absent where the query did not select it
 */
public record OptionTerms(
        Right right,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal strike,
        LocalDate expiry,
        @Nullable InstrumentId underlying,
        @Nullable String underlyingSymbol) {

    public enum Right {
        CALL,
        PUT;

        /** As spoken: "Call" or "Put". */
        public String spoken() {
            return this == CALL ? "Call" : "Put";
        }
    }
}
