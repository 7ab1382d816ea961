package io.flexledger.ingestor.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Statements that were kept.
 *
 * @param periodKey as statements are filed, a day or {@code 2025-07-01/2025-07-18}; all where absent
 * @param query     name of the query as reports state it, or as it is configured; all where absent
 * @param queryId   of the configured query; its runs' reports are meant, too
 */
public record Scope(
        @Nullable String periodKey,
        @Nullable String query,
        @Nullable String queryId) {

    public static final Scope ALL = new Scope(null, null, null);

    /** @throws IllegalArgumentException where the key is neither a day nor two */
    public Scope {
        if (periodKey != null) {
            bounds(periodKey);
        }
    }

    /** The one day of the key; every statement that covers it is meant. */
    public @Nullable LocalDate day() {
        if (periodKey == null) {
            return null;
        }
        var bounds = bounds(periodKey);
        return bounds[0].equals(bounds[1]) ? bounds[0] : null;
    }

    private static LocalDate[] bounds(String key) {
        try {
            var days = key.split("/", -1);
            var first = LocalDate.parse(days[0]);
            var last = days.length == 1 ? first : LocalDate.parse(days[1]);
            if (days.length <= 2 && !last.isBefore(first)) {
                return new LocalDate[] {first, last};
            }
        } catch (DateTimeParseException _) {
            // Answered below, like days in the wrong order.
        }
        throw new IllegalArgumentException("period_key must be a day such as 2025-07-01, or two: '" + key + "'");
    }
}
