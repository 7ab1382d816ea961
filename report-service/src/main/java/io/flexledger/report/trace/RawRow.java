package io.flexledger.report.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a statement as the broker wrote it.
 *
 * @param section    element that holds the row
 * @param element    name of the row
 * @param xml        its text
 * @param attributes in the order of the text
 * @param byteOffset where it starts in the uncompressed bytes
 * @param byteLength how long it is
 */
public record RawRow(
        @Nullable String section,
        @Nullable String element,
        @Nullable String xml,
        Map<String, String> attributes,
        @Nullable Long byteOffset,
        @Nullable Long byteLength) {

    @SuppressWarnings("ConstantValue") // an absent map is read as null
    public RawRow {
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
