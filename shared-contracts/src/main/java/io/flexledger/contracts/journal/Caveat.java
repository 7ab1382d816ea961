package io.flexledger.contracts.journal;

import io.flexledger.contracts.id.InstrumentId;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure may be incomplete or may still change, in one line for a person.
 *
 * @param code       stable, such as {@code FX_RATE_CARRIED} or {@code MARK_MISSING}
 * @param instrument whose figure it is; null where it is not of one alone
 */
public record Caveat(String code, String text, @Nullable InstrumentId instrument) {

    /** Of a held instrument that is left out, because nobody says what it is worth. */
    public static final String MARK_MISSING = "MARK_MISSING";

    public Caveat(String code, String text) {
        this(code, text, null);
    }
}
