package io.flexledger.ingestor.flex;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What the dates of one document say about the order of day and month in it. */
public final class DateEvidence {

    private final Set<DayOrder> possible = EnumSet.allOf(DayOrder.class);

    /** Orders that no date seen so far contradicts; all of them when the dates contradict each other. */
    public Collection<DayOrder> possible() {
        return possible.isEmpty() ? EnumSet.allOf(DayOrder.class) : possible;
    }

    /** @param text an attribute's value, a date or not */
    public void see(String text) {
        if (looksOrdered(text)) {
            FlexDate.parse(text).ifPresent(date -> possible.removeIf(order -> !date.allows(order)));
        }
    }

    /** Cheap enough for every attribute of a long document: two figures, a slash, and again. */
    public static boolean looksOrdered(String text) {
        return text.length() >= 6 && text.length() <= 24 && (text.charAt(1) == '/' || text.charAt(2) == '/');
    }
}
