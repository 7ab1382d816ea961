package io.flexledger.testing.flex.service;

import io.flexledger.testing.statement.account.MarketCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How long a report is in progress (1019) after it was asked for; it is ready when all three are over.
 *
 * @param answers  so many downloads are put off
 * @param delay    by the simulator's clock
 * @param weekends the delay on Saturdays and Sundays in New York
 */
public record Generation(int answers, Duration delay, Duration weekends) {

    public static final Generation AT_ONCE = new Generation(0, Duration.ZERO, Duration.ZERO);

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    public static Generation answers(int count) {
        return new Generation(count, Duration.ZERO, Duration.ZERO);
    }

    public static Generation delay(Duration delay) {
        return new Generation(0, delay, Duration.ZERO);
    }

    public static Generation weekends(Duration delay) {
        return new Generation(0, Duration.ZERO, delay);
    }

    /** @param downloads tried before this one */
    boolean isOver(Instant asked, Instant now, int downloads) {
        boolean weekend = !MarketCalendar.isReportDay(asked.atZone(NEW_YORK).toLocalDate());
        Instant ready = asked.plus(weekend && weekends.compareTo(delay) > 0 ? weekends : delay);
        return downloads >= answers && !now.isBefore(ready);
    }
}
