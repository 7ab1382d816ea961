package io.flexledger.mapper.reading;

import org.jspecify.annotations.Nullable;

/**
 * One row of a statement, as the broker wrote it.
 *
 * @param ordinal    place within the statement, from 1 over all sections
 * @param section    element below {@code FlexStatement}; for a row that is its own section, its name
 * @param byteOffset of the row's first byte within the statement
 * @param byteLength of the row's tag; the broker writes a row as one tag, and children of another are rows themselves
 * @param xml        these bytes as text
 * @param reason     why it is not mapped
 */
public record RawRecord(
        int ordinal,
        String section,
        String element,
        long byteOffset,
        int byteLength,
        String xml,
        Outcome outcome,
        @Nullable String reason) {}
