package io.flexledger.ingestor.fetch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report somebody wants.
 *
 * @param from     first day; absent, with the last, for the period saved with the query
 * @param backfill the backfill it is a part of
 */
public record FetchOrder(
        FlexQuery query,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Trigger trigger,
        @Nullable Long backfill) {

    /** What started it. */
    public enum Trigger {
        MANUAL,
        SCHEDULED
    }

    /** Whether a person started it, or a job outside that stands for one. */
    public boolean isByHand() {
        return trigger == Trigger.MANUAL;
    }

    public Broker.Wanted wanted() {
        return new Broker.Wanted(query, from, to);
    }
}
