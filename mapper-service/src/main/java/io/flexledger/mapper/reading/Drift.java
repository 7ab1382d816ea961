package io.flexledger.mapper.reading;

import org.jspecify.annotations.Nullable;

/**
 * Something a statement holds that this version does not know. It never fails an import and is never silent.
 *
 * @param name  the section, element, attribute, or the column of an unknown value
 * @param value only for {@link Kind#VALUE}
 */
public record Drift(
        Kind kind, String section, String name, @Nullable String value) {

    public enum Kind {
        SECTION,
        ELEMENT,
        ATTRIBUTE,
        VALUE
    }
}
