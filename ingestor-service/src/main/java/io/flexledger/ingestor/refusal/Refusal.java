package io.flexledger.ingestor.refusal;

import org.jspecify.annotations.Nullable;

/**
 * Input that was kept but not taken, with what a person does next.
 *
 * @param detail   what was found, with value and limit; one or two sentences
 * @param nextStep one sentence
 * @param offset   of the byte where it was found, from 0, in the unpacked document; absent where no place explains it
 */
public record Refusal(
        RefusalCode code,
        String detail,
        String nextStep,
        @Nullable Long offset) {

    public static Refusal of(RefusalCode code, String detail, String nextStep) {
        return new Refusal(code, detail, nextStep, null);
    }

    public Refusal at(long newOffset) {
        return new Refusal(code, detail, nextStep, newOffset);
    }
}
