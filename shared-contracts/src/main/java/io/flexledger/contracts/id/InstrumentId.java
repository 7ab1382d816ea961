package io.flexledger.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What is held, as scheme and value. The broker's contract id wins over every alias; a symbol serves only where a
 * statement was configured without ids. For example, {@code conid:756733}.
 */
public record InstrumentId(@JsonValue String value) implements Comparable<InstrumentId> {

    @JsonCreator
    public InstrumentId {
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.length() - 1) {
            throw new IllegalArgumentException("instrument must be scheme:value: '" + value + "'");
        }
    }

    public static InstrumentId conid(String conid) {
        return new InstrumentId("conid:" + conid);
    }

    public static InstrumentId symbol(String symbol) {
        return new InstrumentId("symbol:" + symbol);
    }

    @Override
    public int compareTo(InstrumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
