package io.flexledger.mapper.reading;

import org.jspecify.annotations.Nullable;

/**
 * One row, or the whole artifact, that was refused: where, what was found, what was expected, what to do.
 *
 * @param section     of the row, or {@code FlexStatement} for the artifact
 * @param ordinal     of the row, 0 for the artifact
 * @param field       the column at fault, where it is one
 * @param value       as found, cut at {@value #VALUE_LIMIT} characters
 * @param expectation what would have been accepted
 * @param nextStep    what a person can do about it
 */
public record Rejection(
        Reason reason,
        String section,
        int ordinal,
        @Nullable String field,
        @Nullable String value,
        String expectation,
        String nextStep) {

    public static final String ARTIFACT = "FlexStatement";
    private static final int VALUE_LIMIT = 200;

    public Rejection {
        if (value != null && value.length() > VALUE_LIMIT) {
            value = value.substring(0, VALUE_LIMIT) + "...";
        }
    }

    public static Rejection ofArtifact(Reason reason, String found, String expectation, String nextStep) {
        return new Rejection(reason, ARTIFACT, 0, null, found, expectation, nextStep);
    }
}
