package io.flexledger.ingestor.schedule;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.ingestor.period.JobPeriod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Fetches the report of a query again and again.
 *
 * @param query    name of the query
 * @param name     what it is called among the jobs of that query
 * @param zone     whose clock the cron expression means
 * @param occasion which of the expression's times count
 * @param period   days to ask for
 */
public record Job(String query, String name, Cron cron, ZoneId zone, Occasion occasion, JobPeriod period) {

    /** When it runs next after an instant. Empty when that is years away. */
    public Optional<Instant> next(Instant after, MarketCalendar calendar) {
        return cron.next(after, zone, time -> occasion.accepts(time, cron, zone, calendar));
    }

    /** When it should last have run, at an instant or before it. Empty when that is years ago. */
    public Optional<Instant> last(Instant at, MarketCalendar calendar) {
        return cron.last(at, zone, time -> occasion.accepts(time, cron, zone, calendar));
    }

    /**
     * The time it is due for, if it is. However many times it missed, it is due once, for the last of them.
     *
     * @param ranAt the time it last ran for, or since when it has been known
     */
    public Optional<Instant> due(Instant ranAt, Instant now, MarketCalendar calendar) {
        return last(now, calendar).filter(time -> time.isAfter(ranAt));
    }
}
